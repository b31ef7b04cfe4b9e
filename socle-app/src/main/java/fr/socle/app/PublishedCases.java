package fr.socle.app;

import fr.socle.bench.world.PublishedCase;
import fr.socle.bench.world.PublishedPersons;
import fr.socle.bench.world.PublishedWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code up} says of the published persons of a world that was asked for. */
final class PublishedCases {
  private PublishedCases() {}

  /** Lines to print; none unless the settings name a world. */
  static List<String> lines(Map<String, String> settings) {
    if (!settings.containsKey(PublishedWorld.SETTING)) {
      return List.of();
    }
    PublishedWorld world = PublishedWorld.of(settings::getOrDefault);
    List<String> lines = new ArrayList<>();
    lines.add(
        "Monde « %s » : %d personnes publiées, répondues par INSi. Cas du CNDA à rejouer :"
            .formatted(world.label(), PublishedPersons.read(world).size()));
    for (PublishedCase each : PublishedCase.all()) {
      lines.add("  %-10s  %s".formatted(each.number(), each.title()));
      for (PublishedCase.Search search : each.searches()) {
        lines.add(" ".repeat(14) + search.typed() + " : " + search.answeredIn(world));
      }
      lines.add(" ".repeat(14) + "attendu du logiciel : " + each.expected());
      if (each.assumed() != null) {
        lines.add(" ".repeat(14) + "non publié : " + each.assumed());
      }
    }
    return lines;
  }
}
