-- What indicators count by (QĐ 766/QĐ-TTg, group 4), and reporting periods that are closed.

-- What a sender declares of how a dossier is handled; a later delivery adds to it.
create table dossier_handling (
  dossier_code varchar(80) primary key constraint handling_of_dossier references dossier (code),
  finished_on date,
  returned_on date,
  channel varchar(20) constraint handling_channel_known check (channel in ('DIRECT', 'ONLINE', 'POST')),
  -- TrangThaiHoSo
  state integer constraint handling_state_known check (state between 1 and 10),
  field_code varchar(80),
  field_name varchar(1000),
  owner_type varchar(20) constraint handling_owner_known check (owner_type in ('CITIZEN', 'ENTERPRISE', 'AGENCY', 'OTHER')),
  vneid boolean,
  paid_online boolean,
  -- codes with blanks between them
  data_sources varchar(4000) not null,
  declared_at timestamp(6) with time zone not null
);
create index handling_finished on dossier_handling (finished_on);

create table paper_handling (
  document_id uuid primary key constraint handling_of_paper references document (id),
  component_code varchar(200),
  reuse varchar(20) not null constraint paper_reuse_known check (reuse in ('NONE', 'COMPONENT', 'RESULT')),
  national_store boolean not null,
  replaced_result varchar(200)
);

-- Closing and re-opening of periods, append-only: the last turn of a period says how it stands.
create table period_act (
  period_key varchar(40) not null,
  turn integer not null,
  act varchar(20) not null constraint period_act_known check (act in ('CLOSED', 'REOPENED')),
  officer varchar(200) not null,
  note varchar(4000) not null,
  made_at timestamp(6) with time zone not null,
  -- of a closing: the formulas as they were, and what was counted
  formula varchar(60) not null,
  rules varchar(1000000) not null,
  figures varchar(1000000) not null,
  cases bigint not null,
  digest varchar(64) not null,
  constraint period_act_once primary key (period_key, turn)
);
create table period_case (
  period_key varchar(40) not null,
  turn integer not null,
  dossier_code varchar(80) not null,
  facts varchar(1000) not null,
  constraint period_case_once primary key (period_key, turn, dossier_code),
  constraint period_case_of_act foreign key (period_key, turn) references period_act (period_key, turn)
);

-- The report of a period reads these and no rows of papers.
create index dossier_received on dossier (received_on);
create index document_counted on document (dossier_code, is_result, status, id);
create index outbox_of_paper on outbox (document_id, topic, sent_at);
create index reuse_for_dossier on reuse_entry (for_dossier, happened_at);
