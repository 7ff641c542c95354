"""What is measured, beside a bare page in the same run; nothing here can fail by noise."""
