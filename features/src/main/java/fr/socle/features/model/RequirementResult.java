package fr.socle.features.model;

import fr.socle.exigences.Basis;
import fr.socle.exigences.Requirement.Level;
import fr.socle.exigences.Requirement.Verification;
import fr.socle.exigences.RuleSource;
import fr.socle.exigences.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the run says of one requirement.
 *
 * @param id identifier, such as {@code INS/va1.53}
 * @param title French summary
 * @param wave Ségur wave, 0 for none
 * @param chapter chapter of its list
 * @param level obligation of the text
 * @param verification how a bench can verify it
 * @param source where the requirement itself is read
 * @param sourceKey sheet, section and tag
 * @param mandatory whether the profile of the run demands that it be judged; false without profile
 * @param judgeable whether a scenario of the suite, played or not, is tagged with it
 * @param verdict verdict by the law of the house
 * @param basis best basis it was judged on (a finding is traffic); absent when not judged
 * @param judgedBy sources of the requirement's expectations and of the rules that spoke
 * @param scenarios identifiers of the scenarios that counted
 * @param mends what the editor must change, each once, the most frequent first
 * @param reason why it is not covered, or undecided
 */
public record RequirementResult(
    String id,
    String title,
    int wave,
    String chapter,
    Level level,
    Verification verification,
    RuleSource source,
    String sourceKey,
    boolean mandatory,
    boolean judgeable,
    Verdict verdict,
    @Nullable Basis basis,
    List<RuleSource> judgedBy,
    List<String> scenarios,
    List<Mend> mends,
    @Nullable String reason) {

  /** Copies the lists. */
  public RequirementResult {
    judgedBy = List.copyOf(judgedBy);
    scenarios = List.copyOf(scenarios);
    mends = List.copyOf(mends);
  }

  /**
   * One thing to change.
   *
   * @param text what to change, one French sentence
   * @param blocking whether it makes the requirement {@code non_conforme}
   * @param source source of the rule or of the requirement
   * @param scenarios scenarios that meet it; empty when met outside every scenario
   * @param exchange sequence number of the first exchange that shows it
   */
  public record Mend(
      String text,
      boolean blocking,
      RuleSource source,
      List<String> scenarios,
      @Nullable Long exchange) {

    /** Copies the list. */
    public Mend {
      scenarios = List.copyOf(scenarios);
    }
  }
}
