package fr.socle.bench.client.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a synthetic professional.
 *
 * @param persona name of a persona, such as {@code medecin}; absent = a doctor with one activity
 * @param structure identifier of a structure of the space where all his activities are to be: the
 *     professional is then a new one; absent = those of the persona
 */
public record ProfessionalRequest(@Nullable String persona, @Nullable String structure) {

  /** A professional who works where the persona does. */
  @JsonCreator(mode = Mode.DISABLED)
  public ProfessionalRequest(@Nullable String persona) {
    this(persona, null);
  }
}
