package fr.socle.insi.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.check.SearchesOfOnePerson.Search;
import fr.socle.insi.service.FoundIdentity;
import fr.socle.insi.service.InsiAnswer;
import fr.socle.insi.service.InsiOutcome;
import fr.socle.insi.service.PrefixStyle;
import java.util.List;
import java.util.Optional;

/**
 * INSI-T09: an identity answered in a form that was seen, though not the plainest, is read.
 * Software that cannot read it goes on searching for the person it was given.
 */
final class AnswerReadWhateverItsForm implements SequenceCheck {
  private static final Rule RULE =
      InsiRules.rule(
          "INSI-T09-1",
          RuleSource.VU,
          "2.5 (S:2, S:3, S:19)",
          "Une identité rendue sous une autre forme est lue, et n'est pas cherchée de nouveau.",
          "INSI-T09");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    for (SearchesOfOnePerson person : SearchesOfOnePerson.in(traffic)) {
      List<Search> searches = person.searches();
      for (int i = 1; i < searches.size(); i++) {
        Search before = searches.get(i - 1);
        Search again = searches.get(i);
        // Only the person just found: a twin is searched with other first names.
        if (!again.words().isEmpty()
            && !again.sameCriteriaAs(before)
            && before.foundWords().containsAll(again.words())) {
          form(before.call().outcome())
              .ifPresent(
                  form ->
                      findings.add(
                          again.sequence(),
                          "/Envelope/Body/RECSANSVITALE",
                          "aucune recherche de plus après l'identité de l'échange "
                              + before.sequence(),
                          "une recherche de la même personne, après une réponse " + form,
                          "Lisez la réponse d'INSi par espaces de noms, quels que soient les"
                              + " préfixes, la forme des prénoms et celle de l'historique."));
        }
      }
    }
  }

  /** What is unusual in an answer with an identity, French. */
  private static Optional<String> form(InsiOutcome outcome) {
    InsiAnswer answer = outcome.answer();
    FoundIdentity identity = answer == null ? null : answer.identity();
    if (identity == null) {
      return Optional.empty();
    }
    if (outcome.form().prefixes() != PrefixStyle.DEFAULT) {
      return Optional.of("aux préfixes inhabituels");
    }
    if (outcome.form().datesFirst()) {
      return Optional.of("dont les dates précèdent l'ancien matricule");
    }
    if (!identity.traits().containsKey(FoundIdentity.LISTE)) {
      return Optional.of("avec Prenom sans ListePrenom");
    }
    return identity.former().isEmpty()
        ? Optional.empty()
        : Optional.of("avec un historique de " + identity.former().size());
  }
}
