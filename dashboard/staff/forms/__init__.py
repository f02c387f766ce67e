"""Forms: what staff are asked, what they typed, what is wrong with it."""
