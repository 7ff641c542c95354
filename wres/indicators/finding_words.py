"""The words people use for each indicator, with how strongly each points to it.

A line is: words (several make a phrase), then indicator and weight, as often as it needs. Words are
compared by their stems, so one form of each is enough. To teach the search a word, add it here.
"""

from __future__ import annotations

WORDS = """
# 1: who works in which band
band 1:4
bands 8a 1:4
afc 1:4
agenda for change 1:5
grade 1:3
pay 1:3
salary 1:3
representation 1:4
represented 1:3 9:1
percentage 1:1.5
number 1:1
workforce 1:3
profile 1:2
headcount 1:4
ladder 1:3
senior 1:2.5
lower 1:1
higher 1:1
top 1:1.5
stuck 1:2 7:1
leadership 1:1.5
management 1:2 6:1 8:1
matron 1:2
doctor 1:1.5
consultant 1:2
vsm 1:4
very senior manager 1:4
disparity 1:2
bme 1:0.5
bame 1:0.5
ethnic 1:0.5
ethnicity 1:1
diverse 1:1
diversity 1:1
# 2: being appointed
shortlist 2:5
appoint 2:5
recruit 2:5
hire 2:5
interview 2:5
candidate 2:4
applicant 2:4
application 2:4
apply 2:3
job 2:3
job offer 2:4
vacancy 2:4
post 2:1
panel 2:3
select 2:3
turned down 2:2
rejected 2:3
# 3: the formal process
discipline 3:6
disciplinary 3:6
formal 3:2
investigate 3:4
suspend 3:5
suspension 3:5
misconduct 3:5
conduct 3:2
hearing 3:3
tribunal 3:3
hr 3:2
case 3:2
allegation 3:4
accused 3:4
sanction 3:4
dismiss 3:4
dismissal 3:4
sacked 3:4
fired 3:4
warning 3:3
capability 3:3
referral 3:2
grievance 3:2.5
# 4: training
training 4:5
train 4:5
course 4:4
cpd 4:6
study 4:4
study leave 4:3
learning 4:4
educate 4:4
education 4:4
degree 4:3
masters 4:3
qualification 4:3
apprenticeship 4:4
conference 4:4
workshop 4:4
development 4:2 7:1.5
professional 4:2
programme 4:3
mandatory 4:3
fund 4:2
secondment 4:2 7:1
mentor 4:3
coach 4:3
# 5: from patients or the public
patient 5:5
public 5:5
visitor 5:5
relative 5:4
family 5:4
service user 5:5
client 5:4
carer 5:4
customer 5:4
violence 5:4
violent 5:4
assault 5:4
aggression 5:3.5
aggressive 5:3.5
attack 5:3
spat 5:3
swear 5:2 6:1
shout 5:2 6:1.5
threat 5:2 6:1
threaten 5:2 6:1
verbal 5:1.5 6:1
abuse 5:3 6:2.5
abusive 5:3 6:2.5
harass 5:3 6:3.25
harassment 5:3 6:3.25
bully 5:2.5 6:3.5
# 6: from staff
colleague 6:2 8:2
coworker 6:2 8:2
co worker 6:2 8:2
staff 6:0.75
manager 6:1.5 8:2 1:1
line manager 6:1 8:1
boss 6:2 8:2
supervisor 6:1.5 8:2
team 6:1 8:1
team leader 8:1.5 6:0.5
toxic 6:4
humiliate 6:4
intimidate 6:3 5:1
undermine 6:4
belittle 6:4
gossip 6:3
picked on 6:4
ganging up 6:4
ignored 6:2
excluded 6:2 8:1
# 7: equal opportunities
promote 7:5
promotion 7:5
progress 7:4
progression 7:4
career 7:4
equal 7:3
equality 7:2
opportunity 7:3
chance 7:2.5
fair 7:2.5
fairness 7:2.5
passed over 7:4
overlooked 7:3
glass ceiling 7:6
ceiling 7:3
move up 7:4
moving up 7:4
get ahead 7:4
get on 7:2
advance 7:3
held back 7:4
# 8: discrimination
discriminate 8:6
discrimination 8:6
racism 8:5
racist 8:4
race 8:2
prejudice 8:5
bigot 8:5
bias 8:2.5 2:1
microaggression 8:5
treat 8:2.5
treatment 8:2.5
differently 8:2
unfair 8:2.5 7:1
unfairly 8:3
skin colour 8:4
islamophobia 8:5
antisemitism 8:5
accent 8:2
religion 8:2
# 9: the board
board 9:6
executive 9:4
director 9:4
ned 9:4
chair 9:3
chief 9:3
ceo 9:4
voting 9:4
governor 9:2
"""
