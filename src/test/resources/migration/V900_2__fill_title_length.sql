-- Fill what was there before.
call change_in_batches('report', $$ update report set title_length = length(title) where id = any($1) and title_length is null $$, 500);
