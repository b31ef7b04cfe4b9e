package fr.socle.features.run;

import fr.socle.exigences.Verdict;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.RunReport;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Exit codes of {@code socle run}, a promise to those who run it in CI. */
public final class ExitCodes {
  /** At least one requirement judged, none non-conforming, none undecided. */
  public static final int CONFORMING = 0;

  /** A requirement, or a scenario, is non-conforming; wins over {@link #UNDECIDED}. */
  public static final int NON_CONFORMING = 1;

  /** Wrong usage or configuration. */
  public static final int USAGE = 2;

  /** Undecided, or any error of ours. */
  public static final int UNDECIDED = 3;

  /** Nothing judged, or a mandatory requirement of the profile not covered. */
  public static final int NOT_COVERED = 4;

  // The driver's word alone is not a judgement (design, law of verdicts).
  private static final Set<Verdict> JUDGED = EnumSet.of(Verdict.CONFORME, Verdict.RESERVE);

  private ExitCodes() {}

  /**
   * The code of a run. Reserves never change it.
   *
   * @param report what the run says
   * @param profile profile of {@code --require}; absent when none was asked
   */
  public static int of(RunReport report, @Nullable String profile) {
    // An editor's own scenario may name no requirement.
    if (report.counts().nonConforme() > 0 || any(report, Verdict.NON_CONFORME)) {
      return NON_CONFORMING;
    }
    if (report.cause() != null
        || report.counts().indetermine() > 0
        || any(report, Verdict.INDETERMINE)) {
      return UNDECIDED;
    }
    boolean judged = report.requirements().stream().anyMatch(r -> JUDGED.contains(r.verdict()));
    if (!judged || (profile != null && misses(report))) {
      return NOT_COVERED;
    }
    return CONFORMING;
  }

  private static boolean misses(RunReport report) {
    return report.requirements().stream().anyMatch(ExitCodes::mandatoryButNotCovered);
  }

  private static boolean mandatoryButNotCovered(RequirementResult requirement) {
    return requirement.mandatory()
        && requirement.judgeable()
        && requirement.verdict() == Verdict.NON_COUVERT;
  }

  private static boolean any(RunReport report, Verdict verdict) {
    return report.requirements().stream().anyMatch(r -> r.verdict() == verdict);
  }
}
