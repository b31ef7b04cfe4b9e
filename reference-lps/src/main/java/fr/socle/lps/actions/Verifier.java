package fr.socle.lps.actions;

import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Ins;
import fr.socle.lps.identite.InsVerdict;
import fr.socle.lps.identite.InsiTrace;
import fr.socle.lps.identite.LexicalRefusal;
import fr.socle.lps.identite.Traits;
import fr.socle.lps.insi.InsiClient.Caller;
import fr.socle.lps.insi.VerificationAnswer;
import fr.socle.lps.insi.VerificationQuery;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Verifies an INS at INSi and makes the trace of the call (INS/va1.06, 1.63). */
final class Verifier {

  private final Services services;
  private final Clock clock;
  private final Defects defects;

  Verifier(Services services, Clock clock, Defects defects) {
    this.services = services;
    this.clock = clock;
    this.defects = defects;
  }

  /**
   * What a verification came to.
   *
   * @param trace the trace of the call, null when there was none to keep
   * @param why what went wrong, in French; empty when INSi answered
   */
  record Verified(InsVerdict verdict, @Nullable InsiTrace trace, String why) {

    /** Keeps the trace in the record it is about. */
    void traceIn(Dossier dossier) {
      if (trace != null) {
        dossier.trace(trace);
      }
    }
  }

  /** Asks INSi whether an INS is that of these traits. */
  Verified verify(Ins ins, Traits traits, Caller caller) throws InterruptedException {
    VerificationQuery query;
    VerificationAnswer answer;
    Instant now = clock.instant();
    try {
      query = VerificationQuery.of(ins, traits);
      answer = services.verification(caller).verify(query);
    } catch (LexicalRefusal | Services.NotReady e) {
      return new Verified(InsVerdict.INDISPONIBLE, null, String.valueOf(e.getMessage()));
    }
    boolean forgotten =
        defects.has(
            caller == Caller.USER
                ? Mutant.INS_VERIFICATION_NON_TRACEE
                : Mutant.INS_VERIFICATION_RECUE_NON_TRACEE);
    String code = defects.has(Mutant.INS_VERIFICATION_TRACE_MUETTE) ? "" : answer.traced();
    return new Verified(
        verdict(answer),
        forgotten ? null : new InsiTrace(now, query.inClear(), code, ""),
        answer instanceof VerificationAnswer.Unavailable trouble
            ? "INSi n'a pas pu vérifier l'INS (" + trouble.reason() + ")."
            : "");
  }

  private static InsVerdict verdict(VerificationAnswer answer) {
    if (answer instanceof VerificationAnswer.Valid) {
      return InsVerdict.CONFIRMEE;
    }
    return answer instanceof VerificationAnswer.NotValid
        ? InsVerdict.DEMENTIE
        : InsVerdict.INDISPONIBLE;
  }
}
