package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a record shows, read as a person would: two screens may write the same identity in other
 * letters, in other orders and with or without the fields that are empty.
 */
final class ShownValues {
  private ShownValues() {}

  /** Values by the place they stand at; a place that shows nothing is left out. */
  static Map<String, String> of(JsonNode shown) {
    Map<String, String> values = new TreeMap<>();
    collect("", shown, values);
    return values;
  }

  private static void collect(String place, JsonNode shown, Map<String, String> values) {
    if (shown.isObject()) {
      shown
          .properties()
          .forEach(field -> collect(place + "/" + field.getKey(), field.getValue(), values));
    } else {
      StringBuilder text = new StringBuilder(shown.asText());
      shown.forEach(each -> text.append(' ').append(each.asText()));
      String plain = plain(text.toString());
      if (!plain.isEmpty()) {
        values.put(place, plain);
      }
    }
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip()
        .toUpperCase(Locale.ROOT);
  }
}
