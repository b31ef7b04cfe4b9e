package fr.socle.psc.sharing.service;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a professional carries from one software to another.
 *
 * @param schemaId schema of the bag, such as {@code patient-info}
 * @param bag the data
 */
public record SharedContext(String schemaId, JsonNode bag) {

  /** Never shows the data. */
  @Override
  public String toString() {
    return "SharedContext[" + schemaId + "]";
  }
}
