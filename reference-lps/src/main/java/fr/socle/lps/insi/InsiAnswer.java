package fr.socle.lps.insi;

import fr.socle.lps.identite.HistoricalIns;
import java.util.List;

/** What INSi answered to one search. */
public sealed interface InsiAnswer {

  /** How the trace of the call names this answer (INS/va1.35). */
  String traced();

  /** Code 00: one identity, as received and not yet controlled. Absent values are empty. */
  record Found(
      String matricule,
      String key,
      String oid,
      List<HistoricalIns> former,
      String birthName,
      List<String> firstNames,
      String sex,
      String birthDate,
      String birthPlace)
      implements InsiAnswer {

    public Found {
      former = List.copyOf(former);
      firstNames = List.copyOf(firstNames);
    }

    @Override
    public String traced() {
      return "00";
    }
  }

  /** Code 01: no identity. */
  record None() implements InsiAnswer {

    @Override
    public String traced() {
      return "01";
    }
  }

  /** Code 02: several identities. */
  record Several() implements InsiAnswer {

    @Override
    public String traced() {
      return "02";
    }
  }

  /**
   * No usable answer: fault, unknown code, no answer at all.
   *
   * @param reason short French reason, with the code of the fault if there is one
   */
  record Unavailable(String reason) implements InsiAnswer {

    @Override
    public String traced() {
      return reason;
    }
  }
}
