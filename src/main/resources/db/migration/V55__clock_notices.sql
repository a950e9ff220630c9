-- Those on duty are told when the service's clock was set or is wrong. Such a notice is about no report.

alter table notice alter column organisation_id drop not null;
alter table notice alter column report_id drop not null;
alter table notice drop constraint notice_purpose_check;
alter table notice add constraint notice_purpose_check check (purpose in ('news', 'ring', 'calm', 'clock'));
alter table notice add constraint notice_is_about_whose check ((report_id is null) = (organisation_id is null));
