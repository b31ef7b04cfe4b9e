package fr.socle.dmp.check;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.Vihf;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rules of the DMP in a few lines each. */
public final class DmpRules {
  private static final int REQUIREMENT = "DMP-T00".length();

  private DmpRules() {}

  /** A rule on one VIHF and the call it came with. */
  @FunctionalInterface
  interface OnVihf {
    void judge(Vihf vihf, CheckedExchange<DmpMessage> exchange, Findings findings);
  }

  /**
   * A rule on what an operation decoded.
   *
   * @param <C> what that is
   */
  @FunctionalInterface
  public interface OnContent<C> {
    /** Judges it. */
    void judge(C content, CheckedExchange<DmpMessage> exchange, Findings findings);
  }

  /**
   * A rule; its identifier begins with that of its requirement: {@code DMP-T01-1}.
   *
   * @param key section and tag, of {@code dmp.md} unless another sheet is named
   */
  public static Rule rule(String id, RuleSource source, String key, String title) {
    return new Rule(
        id,
        source,
        key.contains(".md ") ? key : "dmp.md " + key,
        List.of(id.substring(0, REQUIREMENT)),
        title);
  }

  /** A rule on one call, whatever its transaction. */
  static Check<DmpMessage> check(
      String id, RuleSource source, String key, String title, Check.Judge<DmpMessage> judge) {
    return Check.of(rule(id, source, key, title), judge);
  }

  /** A rule that has nothing to say without VIHF. */
  static Check<DmpMessage> onVihf(
      String id, RuleSource source, String key, String title, OnVihf judge) {
    return check(
        id,
        source,
        key,
        title,
        (exchange, findings) -> {
          Vihf vihf = exchange.message().request().vihf();
          if (vihf != null) {
            judge.judge(vihf, exchange, findings);
          }
        });
  }

  /** A rule on what an operation decoded. */
  public static <C> Check<DmpMessage> onContent(Rule rule, Class<C> type, OnContent<C> judge) {
    return Check.of(
        rule,
        (exchange, findings) ->
            exchange
                .message()
                .content(type)
                .ifPresent(content -> judge.judge(content, exchange, findings)));
  }

  /**
   * The caller, when the mode of authentication is more than a guess: written, or a card shows it.
   * What depends on the mode cannot be judged otherwise (dmp.md 2.2: KIT writes it in AIR only).
   */
  public static @Nullable DmpCaller callerOfKnownMode(DmpMessage message) {
    DmpCaller caller = message.caller();
    Vihf vihf = message.request().vihf();
    return caller == null || vihf == null || (vihf.writtenMode().isEmpty() && caller.card() == null)
        ? null
        : caller;
  }

  /** The same findings, under the object of the message they are about. */
  public static Findings under(String object, Findings findings) {
    return (location, expected, found, mend) ->
        findings.add(
            object.isEmpty() || location.startsWith(object) ? location : object + ", " + location,
            expected,
            found,
            mend);
  }

  /** What was found, in words when there is nothing to show. */
  static String shown(@Nullable String value) {
    return value == null ? "absent" : value.isBlank() ? "vide" : value;
  }
}
