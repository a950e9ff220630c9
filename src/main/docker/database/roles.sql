-- The two roles and one database for each instance, at the first start of an empty cluster.
-- The same as org.tocsin.local.DatabaseRoles does for bin/up. The password is the demo's, which everyone knows.

CREATE ROLE tocsin_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD 'demo';
CREATE ROLE tocsin_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD 'demo';

CREATE DATABASE tocsin OWNER tocsin_owner;
REVOKE ALL ON DATABASE tocsin FROM PUBLIC;
GRANT CONNECT ON DATABASE tocsin TO tocsin_app;

CREATE DATABASE national_cert OWNER tocsin_owner;
REVOKE ALL ON DATABASE national_cert FROM PUBLIC;
GRANT CONNECT ON DATABASE national_cert TO tocsin_app;

\connect tocsin
ALTER SCHEMA public OWNER TO tocsin_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO tocsin_app;

\connect national_cert
ALTER SCHEMA public OWNER TO tocsin_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO tocsin_app;
