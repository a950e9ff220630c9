drop index concurrently if exists report_by_title_length;
create index concurrently report_by_title_length on report (title_length);
