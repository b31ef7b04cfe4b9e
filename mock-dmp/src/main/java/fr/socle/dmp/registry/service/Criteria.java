package fr.socle.dmp.registry.service;

import fr.socle.documents.codes.Coded;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How the parameters of a search select: dmp.md 1.10 (S:MSG, DEH, DRIM, KIT).
 *
 * @param query what is asked
 * @param prefix how the names of its parameters begin
 */
record Criteria<T>(AdhocQuery query, String prefix) {
  private static final int DATE = 14;

  Predicate<T> codes(String parameter, Function<T, List<Coded>> attribute) {
    List<List<String>> wanted = query.alternatives(prefix + parameter);
    return entry ->
        wanted.stream()
            .allMatch(
                list ->
                    list.stream()
                        .anyMatch(
                            value ->
                                attribute.apply(entry).stream().anyMatch(code -> is(code, value))));
  }

  /** {@code code^^scheme}; a code without scheme is any scheme's. */
  private static boolean is(Coded code, String wanted) {
    String[] parts = wanted.split("\\^", -1);
    return code.code().equals(parts[0])
        && (parts.length < 3 || parts[2].isEmpty() || code.scheme().equals(parts[2]));
  }

  Predicate<T> between(String parameter, Function<T, List<String>> attribute) {
    return entry -> within(query, prefix + parameter, attribute.apply(entry));
  }

  /** From is included, to is not: ITI TF-2, 3.18.4.1.2.3.3. */
  private static boolean within(AdhocQuery query, String parameter, List<String> found) {
    String from = query.value(parameter + "From").map(Criteria::full).orElse(null);
    String to = query.value(parameter + "To").map(Criteria::full).orElse(null);
    if (from == null && to == null) {
      return true;
    }
    return found.stream()
        .map(Criteria::full)
        .anyMatch(
            date ->
                (from == null || date.compareTo(from) >= 0)
                    && (to == null || date.compareTo(to) < 0));
  }

  static String full(String date) {
    return date.length() >= DATE ? date : date + "0".repeat(DATE - date.length());
  }

  /** Whether a value is the one that was asked. */
  @FunctionalInterface
  interface Match {
    boolean test(String found, String wanted);
  }

  Predicate<T> words(String parameter, Function<T, List<String>> attribute, Match match) {
    List<List<String>> wanted = query.alternatives(prefix + parameter);
    return entry ->
        wanted.stream()
            .allMatch(
                list ->
                    list.stream()
                        .anyMatch(
                            value ->
                                attribute.apply(entry).stream()
                                    .anyMatch(found -> match.test(found, value))));
  }

  static boolean same(String found, String wanted) {
    return found.equals(wanted);
  }

  /** {@code %} stands for any characters, {@code _} for one: dmp.md 1.10 (K). */
  static boolean like(String found, String wanted) {
    int at = 0;
    int in = 0;
    int star = -1;
    int retry = 0;
    while (at < found.length()) {
      if (in < wanted.length() && wanted.charAt(in) == '%') {
        star = in++;
        retry = at;
      } else if (in < wanted.length()
          && (wanted.charAt(in) == '_' || wanted.charAt(in) == found.charAt(at))) {
        in++;
        at++;
      } else if (star >= 0) {
        in = star + 1;
        at = ++retry;
      } else {
        return false;
      }
    }
    while (in < wanted.length() && wanted.charAt(in) == '%') {
      in++;
    }
    return in == wanted.length();
  }
}
