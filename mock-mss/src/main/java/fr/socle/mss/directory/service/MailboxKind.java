package fr.socle.mss.directory.service;

/** Kind of a mailbox: TRE_R257-TypeBAL (mssante.md 1.2 (S)). */
public enum MailboxKind {
  /** Personal. */
  PER,
  /** Of a structure or a service of it. */
  ORG,
  /** Of an application. */
  APP,
  /** Of a practice. */
  CAB;

  /** Whether it belongs to a structure and not to a person. */
  public boolean isOfStructure() {
    return this == ORG || this == APP;
  }
}
