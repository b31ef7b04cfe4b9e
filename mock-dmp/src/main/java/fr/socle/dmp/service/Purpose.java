package fr.socle.dmp.service;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a record is accessed: TRE_R248, dmp.md 2.3 (S:NOS). */
public enum Purpose {
  /** Ordinary care. */
  NORMAL,
  /** Emergency: the patient cannot say. */
  BRIS_DE_GLACE,
  /** Regulation of emergency calls. */
  CENTRE_15;

  /** Code system of the purposes. */
  public static final String SYSTEM = "1.2.250.1.213.1.1.4.248";

  /** Its code on the wire. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The purpose of a code. */
  public static Optional<Purpose> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code.strip())).findFirst();
  }
}
