package fr.socle.lps.mutant;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * What a mutant is declared to break.
 *
 * @param id id of the {@link Mutant}
 * @param description what is wrong, in French
 * @param breaks the requirements that the suite must find broken, and no other
 * @param blocking whether one of them becomes non conforming; otherwise they only carry a reserve
 */
public record MutantSheet(String id, String description, List<String> breaks, boolean blocking) {

  public MutantSheet {
    breaks = List.copyOf(breaks);
  }

  /** All the sheets, read from {@code mutants.json}, in its order. */
  public static List<MutantSheet> all() {
    try (InputStream data =
        Objects.requireNonNull(MutantSheet.class.getResourceAsStream("mutants.json"))) {
      return List.of(JsonMapper.builder().build().readValue(data, MutantSheet[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
