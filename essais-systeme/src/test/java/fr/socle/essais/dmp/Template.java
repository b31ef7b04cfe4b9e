package fr.socle.essais.dmp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message as it looks, with names in braces where something is to be written. */
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)}");

  private final String text;
  private final Map<String, String> values = new HashMap<>();

  private Template(String text) {
    this.text = text;
  }

  /** The template of a name, in the resources beside this class. */
  static Template of(String name) {
    try (InputStream in = Template.class.getResourceAsStream(name + ".xml")) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return new Template(new String(bytes, StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes text, escaped. */
  Template with(String name, String value) {
    return withXml(name, value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"));
  }

  /** Writes elements. */
  Template withXml(String name, String xml) {
    values.put(name, xml);
    return this;
  }

  /** The message; every place must have been written. */
  String text() {
    Matcher place = PLACE.matcher(text);
    StringBuilder written = new StringBuilder();
    while (place.find()) {
      String value = values.get(place.group(1));
      if (value == null) {
        throw new IllegalStateException("nothing to write for " + place.group());
      }
      place.appendReplacement(written, Matcher.quoteReplacement(value));
    }
    return place.appendTail(written).toString();
  }
}
