package fr.socle.documents.cda;

/** How the content of a document is carried (cda.md 3). */
public enum BodyKind {
  /** One file in another form, mostly a PDF. */
  N1,
  /** Sections. */
  N3,
  /** Neither is there. */
  NONE
}
