-- What the list of reports needs to be quick: its order, and what is looked for in it.

create index report_in_order on report (received_at desc, id);

-- The words of a revision: title, description and the sender's own number. No language's endings or
-- stop words, for reports come in many languages.
create function said(body bytea) returns tsvector
  language sql immutable parallel safe strict
  return case when convert_from(body, 'UTF8') is json object then
    to_tsvector('simple', concat_ws(' ',
      convert_from(body, 'UTF8')::jsonb ->> 'title',
      convert_from(body, 'UTF8')::jsonb ->> 'description',
      convert_from(body, 'UTF8')::jsonb ->> 'externalRef'))
  end;
create index revision_said on revision using gin (said(body));

-- The assets of a revision, by all that the sender calls them.
create function named(body bytea) returns text[]
  language sql immutable parallel safe strict
  return case when convert_from(body, 'UTF8') is json object then
    array(select lower(name #>> '{}')
          from jsonb_path_query(convert_from(body, 'UTF8')::jsonb, '$.assets[*].*') as each (name))
  end;
create index revision_named on revision using gin (named(body));

-- The inventory entries of the sender that fitted, by their refs.
create function matched(snapshot bytea) returns text[]
  language sql immutable parallel safe strict
  return array(select lower(ref #>> '{}')
               from jsonb_path_query(convert_from(snapshot, 'UTF8')::jsonb,
                                     '$.findings[*].matches[*].asset.ref') as each (ref));
create index enrichment_matched on enrichment using gin (matched(snapshot))
  where audience = 'operator';

-- Row-level security lets no index serve an operator that is not leakproof, and those of full text and of
-- arrays are not. So these two run as the owner, hold to the transaction's sight by themselves, and give
-- nothing but ids; what they find is then looked up in report, where the policy stands.

create function reports_saying(words text) returns setof uuid
  language sql stable security definer rows 100
  set search_path = public, pg_temp
  as $$
    select r.id
    from revision v
    join report r on r.id = v.report_id and r.latest_revision = v.number
    where said(v.body) @@ to_tsquery('simple', words)
      and (sees_all() or v.organisation_id = own_organisation())
  $$;

create function reports_naming(asset text[]) returns setof uuid
  language sql stable security definer rows 100
  set search_path = public, pg_temp
  as $$
    select r.id
    from revision v
    join report r on r.id = v.report_id and r.latest_revision = v.number
    where named(v.body) && asset
      and (sees_all() or v.organisation_id = own_organisation())
    union
    select r.id
    from enrichment e
    join revision v on v.id = e.revision_id
    join report r on r.id = v.report_id and r.latest_revision = v.number
    where e.audience = 'operator'
      and matched(e.snapshot) && asset
      and (sees_all() or e.organisation_id = own_organisation())
  $$;

revoke execute on function reports_saying(text), reports_naming(text[]) from public;
grant execute on function reports_saying(text), reports_naming(text[]) to ${service};
