package fr.socle.insi.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.check.SearchesOfOnePerson.Search;
import java.util.ArrayList;
import java.util.List;

/** INSI-T06: after 01, the first names one by one, and last all of them in that order. */
final class FirstNameOrder implements SequenceCheck {
  private static final Rule RULE =
      InsiRules.rule(
          "INSI-T06-1",
          RuleSource.VU,
          "3 (S:2, S:3)",
          "Après 01, chaque prénom est essayé à son tour, puis tous ensemble dans l'ordre.",
          "INSI-T06");
  private static final String PRENOM = "/Envelope/Body/RECSANSVITALE/Prenom";

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    SearchesOfOnePerson.in(traffic).forEach(person -> judge(person.searches(), findings));
  }

  private static void judge(List<Search> searches, SequenceFindings findings) {
    List<List<String>> tried = new ArrayList<>();
    for (Search search : searches) {
      List<String> words = search.words();
      List<String> joined = tried.stream().flatMap(List::stream).toList();
      // The same first names again, with a place for instance, are no new attempt.
      if (!tried.isEmpty() && !tried.contains(words)) {
        if (words.size() > 1 && words.containsAll(joined) && !words.equals(joined)) {
          findings.add(
              search.sequence(),
              PRENOM,
              "un seul prénom, le suivant ; la liste entière vient en dernier, dans l'ordre des"
                  + " essais ("
                  + String.join(", ", joined)
                  + ")",
              String.join(" ", words),
              "Essayez chaque prénom de naissance dans l'ordre avant de les envoyer tous"
                  + " ensemble.");
        } else if (tried.stream().anyMatch(t -> t.size() > 1 && t.containsAll(words))) {
          findings.add(
              search.sequence(),
              PRENOM,
              "aucun essai après celui de tous les prénoms ensemble",
              String.join(" ", words),
              "Commencez par le premier prénom seul : l'essai de tous les prénoms est le dernier.");
        }
      }
      if (search.result().equals("01")) {
        tried.add(words);
      } else {
        tried.clear();
      }
    }
  }
}
