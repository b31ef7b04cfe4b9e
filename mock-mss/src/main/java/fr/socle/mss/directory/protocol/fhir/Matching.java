package fr.socle.mss.directory.protocol.fhir;

import ca.uhn.fhir.model.api.IQueryParameterAnd;
import ca.uhn.fhir.model.api.IQueryParameterOr;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceAndListParam;
import ca.uhn.fhir.rest.param.StringAndListParam;
import ca.uhn.fhir.rest.param.TokenAndListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.param.TokenParamModifier;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/** Search parameters as FHIR R4 3.1.1 has them: repeated ones all hold, values with commas one. */
final class Matching {
  private Matching() {}

  static boolean strings(@Nullable StringAndListParam asked, Collection<String> values) {
    return holds(
        asked,
        values.isEmpty(),
        one -> {
          String wanted = one.getValue();
          return values.stream()
              .anyMatch(
                  value ->
                      one.isExact()
                          ? value.equals(wanted)
                          : one.isContains()
                              ? folded(value).contains(folded(wanted))
                              : folded(value).startsWith(folded(wanted)));
        });
  }

  static boolean tokens(@Nullable TokenAndListParam asked, Collection<Coding> values) {
    return holds(
        asked,
        values.isEmpty(),
        one -> {
          boolean found = values.stream().anyMatch(value -> is(one, value));
          return one.getModifier() == TokenParamModifier.NOT ? !found : found;
        });
  }

  static boolean token(@Nullable TokenAndListParam asked, String value) {
    return tokens(asked, List.of(new Coding().setCode(value)));
  }

  private static boolean is(TokenParam one, Coding value) {
    String system = one.getSystem();
    if (system != null && !system.equals(value.hasSystem() ? value.getSystem() : "")) {
      return false;
    }
    return one.getValue() == null
        || one.getValue().isEmpty()
        || one.getValue().equals(value.getCode());
  }

  static boolean references(@Nullable ReferenceAndListParam asked, String id) {
    return holds(asked, id.isEmpty(), one -> id.equals(one.getIdPart()));
  }

  static boolean dates(@Nullable DateRangeParam asked, Date value) {
    if (asked == null) {
      return true;
    }
    Instant changed = value.toInstant();
    Date least = asked.getLowerBoundAsInstant();
    Date most = asked.getUpperBoundAsInstant();
    return (least == null || !changed.isBefore(least.toInstant()))
        && (most == null || !changed.isAfter(most.toInstant()));
  }

  private static <T extends IQueryParameterType> boolean holds(
      @Nullable IQueryParameterAnd<? extends IQueryParameterOr<T>> asked,
      boolean absent,
      Predicate<T> test) {
    if (asked == null) {
      return true;
    }
    return asked.getValuesAsQueryTokens().stream()
        .allMatch(
            either ->
                either.getValuesAsQueryTokens().stream()
                    .anyMatch(
                        one ->
                            one.getMissing() == null
                                ? test.test(one)
                                : one.getMissing() == absent));
  }

  /** Case and accents do not count in strings. */
  private static String folded(@Nullable String text) {
    return text == null
        ? ""
        : Normalizer.normalize(text, Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
  }
}
