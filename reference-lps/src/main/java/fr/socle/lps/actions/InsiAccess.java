package fr.socle.lps.actions;

import fr.socle.lps.cartes.CardReader;
import fr.socle.lps.cartes.ProfessionalCard;
import fr.socle.lps.insi.CardCredential;
import fr.socle.lps.insi.InsiClient;
import fr.socle.lps.insi.InsiSearch;
import fr.socle.lps.insi.PscCredential;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.psc.ProSanteConnect;
import fr.socle.lps.psc.PscProblem;
import fr.socle.lps.psc.PscSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ways to INSi: by certificate, with the card in the reader, under the login of the user. */
final class InsiAccess {

  private final Services services;
  private final CardReader reader;
  private final SessionActions sessions;
  private final Defects defects;
  private @Nullable CardCredential card;
  private @Nullable InsiClient byCard;

  InsiAccess(Services services, CardReader reader, SessionActions sessions, Defects defects) {
    this.services = services;
    this.reader = reader;
    this.sessions = sessions;
    this.defects = defects;
  }

  /** The user lacks what he wants to prove himself with; the message is French, for him. */
  static final class Lacking extends Exception {

    private static final long serialVersionUID = 1L;

    Lacking(String message) {
      super(message);
    }
  }

  /** A search by traits in the mode the user asks for. */
  InsiSearch byTraits(InsiMode mode) throws Lacking, Services.NotReady, InterruptedException {
    boolean ignored = mode == InsiMode.CPX && defects.has(Mutant.CPX_IGNOREE);
    return mode == InsiMode.CERTIFICAT || ignored ? services.insi() : asProfessional(mode);
  }

  /** A call that carries the assertion of a professional. */
  InsiClient asProfessional(InsiMode mode) throws Lacking, Services.NotReady, InterruptedException {
    return switch (mode) {
      case CPX -> byCard();
      case PSC -> byLogin();
      case CERTIFICAT ->
          throw new IllegalArgumentException("a certificate of organisation is no professional");
    };
  }

  /** Forgets the card that was read. */
  void forget() {
    card = null;
    byCard = null;
  }

  private InsiClient byCard() throws Lacking, Services.NotReady {
    Optional<ProfessionalCard> present = reader.professional();
    if (present.isEmpty() && byCard != null && defects.has(Mutant.CPX_RETIREE_IGNOREE)) {
      return byCard;
    }
    if (present.isEmpty()) {
      forget();
      throw new Lacking("Mettez votre carte de professionnel dans le lecteur pour appeler INSi.");
    }
    if (card == null || byCard == null || !card.isOf(present.get())) {
      try {
        card = new CardCredential(present.get(), services.billing(), defects);
      } catch (IOException e) {
        throw new Lacking("Votre carte ne peut pas être lue : " + e.getMessage() + ".");
      }
      byCard = services.insi(card);
    }
    return byCard;
  }

  private InsiClient byLogin() throws Lacking, Services.NotReady, InterruptedException {
    PscSession session = sessions.current().orElseThrow(() -> new Lacking(Seat.NOBODY));
    ProSanteConnect psc = services.psc();
    try {
      PscSession current = psc.current(session);
      sessions.renewed(session, current);
      return services.insi(
          new PscCredential(
              current.profile().nationalId(), services.billing(), current.subjectToken(), defects));
    } catch (PscProblem e) {
      throw new Lacking(e.told());
    }
  }
}
