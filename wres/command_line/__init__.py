"""The command line: the same functions, words and numbers as the app, for people and programs.

``program`` runs a command and says what came of it, ``arguments`` lists the commands, and each
group of commands has a file of its own, imported only when one of them is asked for.
"""
