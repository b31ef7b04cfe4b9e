package fr.socle.psc;

import fr.socle.bench.client.api.NextPhone;
import fr.socle.bench.client.api.PhoneAnswer;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.psc.service.ProfessionalDirectory;
import fr.socle.psc.service.ciba.Phones;
import fr.socle.psc.service.ciba.Reaction;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the control API can ask of the simulated phones and card readers. */
final class PhoneOperations {
  private static final int LONGEST_SECONDS = 3_600;

  private final Phones phones;
  private final ProfessionalDirectory professionals;

  PhoneOperations(Phones phones, ProfessionalDirectory professionals) {
    this.phones = phones;
    this.professionals = professionals;
  }

  List<ControlOperation<?, ?>> all() {
    return List.of(
        new ControlOperation<>(
            "POST",
            "next-phone",
            "Says what somebody does with the logins to come that ask for his phone or card",
            NextPhone.class,
            Void.class,
            this::next),
        new ControlOperation<>(
            "POST",
            "phone-answer",
            "Answers a login that asks for somebody's phone or card",
            PhoneAnswer.class,
            Void.class,
            this::answer));
  }

  private @Nullable Void next(NextPhone next) {
    Reaction reaction = reaction(next.behaviour(), any -> true);
    known(next.nationalId());
    Integer seconds = next.afterSeconds();
    if (seconds != null && !reaction.isAnswer()) {
      throw new InvalidControlRequestException(
          "delai-sans-reponse",
          "« " + reaction.label() + " » n'est pas une réponse : retirez afterSeconds.");
    }
    Integer times = next.times();
    if (times != null && times < 1) {
      throw new InvalidControlRequestException(
          "nombre-incorrect",
          "times est au moins 1 ; ne le donnez pas pour que cela vaille jusqu'à la fin de la"
              + " fenêtre.");
    }
    if (!phones.say(next.nationalId(), reaction, delay(seconds), times)) {
      throw new InvalidControlRequestException(
          "trop-de-reponses",
          "Trop de réponses sont déjà prévues : attendez que des demandes arrivent.");
    }
    return null;
  }

  private @Nullable Void answer(PhoneAnswer answer) {
    Reaction reaction = reaction(answer.behaviour(), Reaction::isAnswer);
    known(answer.nationalId());
    Duration delay = delay(answer.afterSeconds());
    if (!phones.answer(answer.requestId(), answer.nationalId(), reaction, delay)) {
      throw new InvalidControlRequestException(
          "aucune-demande",
          "Aucune demande de connexion n'attend cette réponse : attendez que le logiciel ait"
              + " appelé Pro Santé Connect, ou prévoyez la réponse par next-phone.");
    }
    return null;
  }

  private void known(@Nullable String nationalId) {
    if (nationalId != null && professionals.find(nationalId).isEmpty()) {
      throw new InvalidControlRequestException(
          "professionnel-inconnu",
          "Aucun professionnel de cet espace n'a l'identifiant national « "
              + nationalId
              + " » : créez-le d'abord ou prenez-en un de la liste.");
    }
  }

  private static Duration delay(@Nullable Integer seconds) {
    if (seconds == null) {
      return Duration.ZERO;
    }
    if (seconds < 0 || seconds > LONGEST_SECONDS) {
      throw new InvalidControlRequestException(
          "delai-incorrect", "afterSeconds va de 0 à " + LONGEST_SECONDS + ".");
    }
    return Duration.ofSeconds(seconds);
  }

  private static Reaction reaction(String word, Predicate<Reaction> allowed) {
    return Arrays.stream(Reaction.values())
        .filter(allowed)
        .filter(reaction -> reaction.label().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidControlRequestException(
                    "comportement-inconnu",
                    "Le comportement « "
                        + word
                        + " » n'existe pas ici. Comportements possibles : "
                        + Arrays.stream(Reaction.values())
                            .filter(allowed)
                            .map(Reaction::label)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
