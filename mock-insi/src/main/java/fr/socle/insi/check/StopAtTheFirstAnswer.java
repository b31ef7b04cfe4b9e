package fr.socle.insi.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.check.SearchesOfOnePerson.Search;
import java.util.List;

/** INSI-T06: the attempts stop at the first identity and at the first fault. */
final class StopAtTheFirstAnswer implements SequenceCheck {
  private static final Rule RULE =
      InsiRules.rule(
          "INSI-T06-2",
          RuleSource.VU,
          "3 (S:2, S:3)",
          "Les essais de prénoms s'arrêtent à la première identité ou à la première erreur.",
          "INSI-T06");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    for (SearchesOfOnePerson person : SearchesOfOnePerson.in(traffic)) {
      List<Search> searches = person.searches();
      for (int i = 1; i < searches.size(); i++) {
        judge(searches.get(i - 1), searches.get(i), findings);
      }
    }
  }

  private static void judge(Search before, Search search, SequenceFindings findings) {
    boolean otherNames = !search.words().isEmpty() && !search.words().equals(before.words());
    // Only the first names of the person just found: a twin is searched with others.
    boolean samePerson =
        before.result().equals("00") && before.foundWords().containsAll(search.words());
    // A refusal of the criteria is mended by other criteria: only a failure ends the attempts.
    boolean failed = before.isFault() && !before.criteriaRefused();
    if (otherNames && (samePerson || failed)) {
      findings.add(
          search.sequence(),
          "/Envelope/Body/RECSANSVITALE/Prenom",
          before.isFault()
              ? "aucun essai après la faute " + before.result()
              : "aucun essai après l'identité trouvée (00)",
          String.join(" ", search.words()),
          before.isFault()
              ? "Arrêtez les essais à la première erreur : elle dit que le service n'a pas cherché."
              : "Arrêtez les essais dès qu'INSi rend une identité.");
    }
  }
}
