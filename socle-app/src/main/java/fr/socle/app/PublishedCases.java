package fr.socle.app;

import fr.socle.bench.world.PublishedCase;
import fr.socle.bench.world.PublishedPersons;
import fr.socle.bench.world.PublishedWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code up} says of the published persons of a world that was asked for. */
final class PublishedCases {
  private static final String UNDER = " ".repeat(14);

  private PublishedCases() {}

  /** Lines to print; none unless the settings name a world. */
  static List<String> lines(Map<String, String> settings) {
    if (!settings.containsKey(PublishedWorld.SETTING)) {
      return List.of();
    }
    PublishedWorld world = PublishedWorld.of(settings::getOrDefault);
    List<String> lines = new ArrayList<>();
    lines.add(
        "Monde « %s » : %d personnes publiées, répondues par INSi."
                .formatted(world.label(), PublishedPersons.read(world).size())
            + " Cas du CNDA à rejouer (numéros publiés, titres de Socle) :");
    for (PublishedCase each : PublishedCase.all()) {
      lines.add("  %-10s  %s".formatted(each.number(), each.title()));
      for (PublishedCase.Search search : each.searches()) {
        PublishedCase.Answer answer = search.answeredIn(world);
        lines.add(
            "%s%s : %s (%s)".formatted(UNDER, search.typed(), answer.code(), answer.source()));
      }
      String expected = each.expected();
      lines.add(UNDER + "attendu du logiciel : " + (expected == null ? "non publié" : expected));
      if (each.assumed() != null) {
        lines.add(UNDER + "supposé par Socle : " + each.assumed());
      }
      if (each.unpublished() != null) {
        lines.add(UNDER + "non publié : " + each.unpublished());
      }
    }
    return lines;
  }
}
