package fr.socle.app.champs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every way to alter one line of text: a header, a command, a line of a notification. */
final class TextAlterations {
  /** Words beyond it are like those before. */
  private static final int MOST_WORDS = 16;

  private static final Pattern WORD = Pattern.compile("[^\\s,;:=<>\"()\\[\\]+]+");
  private static final Pattern PIECE = Pattern.compile("\\s*[;,][^;,]*");
  private static final List<String> SIGNS =
      List.of("<", ">", "@", "\"", "[", "]", ",", ";", ":", "/", "+", "_", "-", "^", "=", ".");

  /** What the standards also know in the place of a word. */
  private static final Map<String, String> NEIGHBOURS =
      Map.ofEntries(
          Map.entry("utf-8", "iso-8859-1"),
          Map.entry("base64", "7bit"),
          Map.entry("quoted-printable", "8bit"),
          Map.entry("attachment", "inline"),
          Map.entry("inline", "attachment"),
          Map.entry("application/zip", "application/octet-stream"),
          Map.entry("application/pdf", "application/octet-stream"),
          Map.entry("text/plain", "text/html"),
          Map.entry("multipart/mixed", "multipart/alternative"),
          Map.entry("multipart/report", "multipart/mixed"),
          Map.entry("message/rfc822", "text/plain"),
          Map.entry("xoauth2", "PLAIN"),
          Map.entry("displayed", "processed/error"),
          Map.entry("o", "N"),
          Map.entry("n", "O"));

  private TextAlterations() {}

  /**
   * One altered text.
   *
   * @param gesture what was done
   * @param text the text that results
   */
  record Altered(String gesture, String text) {}

  /** All of them; two that give the same text are one. */
  static List<Altered> of(String text) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "vidé");
    all.putIfAbsent(Alterations.change(text), "changé");
    all.putIfAbsent(Alterations.changeStart(text), "changé au début");
    all.putIfAbsent(text.toLowerCase(Locale.ROOT), "en minuscules");
    all.putIfAbsent(text.toUpperCase(Locale.ROOT), "en majuscules");
    all.putIfAbsent("x " + text, "précédé d'un mot");
    all.putIfAbsent(text + " x", "suivi d'un mot");
    all.putIfAbsent(text.substring(0, text.length() / 2), "tronqué");
    all.putIfAbsent(text + " et la suite".repeat(100), "allongé");
    Matcher piece = PIECE.matcher(text);
    while (piece.find()) {
      all.putIfAbsent(
          text.substring(0, piece.start()) + text.substring(piece.end()),
          "sans « " + shorten(piece.group().strip()) + " »");
    }
    for (String sign : SIGNS) {
      int at = text.indexOf(sign);
      if (at >= 0) {
        all.putIfAbsent(text.substring(0, at) + text.substring(at + 1), "sans " + sign);
        all.putIfAbsent(
            text.substring(0, at) + "x" + text.substring(at + 1), "avec x pour " + sign);
      }
    }
    words(text, all);
    return list(text, all);
  }

  /** Those that alter one word. */
  static List<Altered> words(String text) {
    Map<String, String> all = new LinkedHashMap<>();
    words(text, all);
    return list(text, all);
  }

  private static List<Altered> list(String text, Map<String, String> all) {
    all.remove(text);
    List<Altered> list = new ArrayList<>();
    all.forEach((altered, gesture) -> list.add(new Altered(gesture, altered)));
    return list;
  }

  private static void words(String text, Map<String, String> all) {
    Matcher word = WORD.matcher(text);
    for (int i = 1; i <= MOST_WORDS && word.find(); i++) {
      String before = text.substring(0, word.start());
      String after = text.substring(word.end());
      String one = word.group();
      String place = "mot " + i + " ";
      all.putIfAbsent(before + after, place + "retiré");
      all.putIfAbsent(before + Alterations.change(one) + after, place + "changé");
      all.putIfAbsent(before + Alterations.changeStart(one) + after, place + "changé au début");
      all.putIfAbsent(before + one.substring(1) + after, place + "sans son début");
      all.putIfAbsent(before + one.toLowerCase(Locale.ROOT) + after, place + "en minuscules");
      all.putIfAbsent(before + one + "É" + after, place + "accentué");
      all.putIfAbsent(before + (one + " ").repeat(50).strip() + after, place + "répété");
      String neighbour = NEIGHBOURS.get(one.toLowerCase(Locale.ROOT));
      if (neighbour != null) {
        all.putIfAbsent(before + neighbour + after, place + "changé en " + neighbour);
      }
    }
  }

  private static String shorten(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
