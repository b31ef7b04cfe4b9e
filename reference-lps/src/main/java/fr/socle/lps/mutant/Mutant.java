package fr.socle.lps.mutant;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One deliberate, small defect of the reference LPS, used to prove that the suite sees it. */
public enum Mutant {
  PSC_ACR_ABSENT,
  PSC_ACR_EIDAS2,
  PSC_NONCE_NON_VERIFIE,
  PSC_SIGNATURE_NON_VERIFIEE,
  PSC_ISS_NON_VERIFIE,
  PSC_NONCE_ABSENT_ACCEPTE,
  PSC_AUD_NON_VERIFIE,
  PSC_AUD_MULTIPLE_ACCEPTE,
  PSC_EXP_NON_VERIFIE,
  PSC_ALG_NONE_ACCEPTE,
  PSC_HS256_CLE_PUBLIQUE,
  PSC_IAT_NON_VERIFIE,
  PSC_ACR_NON_VERIFIE,
  PSC_CLE_COURTE_ACCEPTEE,
  PSC_NONCE_CONSTANT,
  PSC_STATE_NON_VERIFIE,
  PSC_RAFRAICHISSEMENT_ABSENT,
  PSC_USERINFO_OUBLIE,
  PSC_USERINFO_AUTRE_SUB,
  PSC_USERINFO_INSISTE,
  PSC_MESSAGE_TECHNIQUE,
  PSC_DECONNEXION_LOCALE,
  INSI_UN_SEUL_PRENOM,
  INSI_EMETTEUR_FAUX,
  INSI_IDAM_R_ABSENT,
  INSI_ORDRE_ELEMENTS,
  INSI_PANNE_STATUT,
  INS_PLUSIEURS_ACCEPTE_SANS_LIEU,
  INS_ENVOYE_NON_QUALIFIE,
  INS_QUALIFIE_SANS_CONTROLE,
  INS_TRAITS_NON_REPRIS,
  INS_APPEL_FICTIF;

  /** The id used on the command line and in {@code mutants.json}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Mutant> byId(String id) {
    return Stream.of(values()).filter(mutant -> mutant.id().equals(id)).findFirst();
  }
}
