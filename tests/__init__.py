"""What Teman KPJ has to do, told as behaviour."""
