package fr.socle.features.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * JSON that may stand inside a {@code script} element: nothing in it can end the element or open a
 * comment (HTML Standard, 4.12.1.3), whatever the text of an LPS holds.
 */
final class SafeJson {
  private static final ObjectWriter WRITER =
      JsonMapper.builder().build().writer().with(new MarkupEscapes());

  private SafeJson() {}

  static String write(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a view of the report does not write as JSON", e);
    }
  }

  /** Escapes {@code <}, {@code >} and {@code &} as {@code \\u00XX}. */
  private static final class MarkupEscapes extends CharacterEscapes {
    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
      codes['<'] = CharacterEscapes.ESCAPE_STANDARD;
      codes['>'] = CharacterEscapes.ESCAPE_STANDARD;
      codes['&'] = CharacterEscapes.ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return null;
    }
  }
}
