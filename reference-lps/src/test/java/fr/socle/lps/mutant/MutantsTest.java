package fr.socle.lps.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import fr.socle.lps.ReferenceLps;
import fr.socle.lps.banc.FakePsc;
import fr.socle.lps.banc.TestPki;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mutant waits for its services most of the time, so they are seen side by side. */
@Execution(ExecutionMode.CONCURRENT)
class MutantsTest {

  @TempDir private static Path directory;
  private static Observations observations;
  private static Map<String, String> ofTheReference;

  @BeforeAll
  static void observeTheReference() throws Exception {
    RSAKey key = FakePsc.key("cle-1");
    observations = new Observations(new TestPki(directory), key, FakePsc.key("cle-2"));
    ofTheReference = observations.of(ReferenceLps.builder());
  }

  @ParameterizedTest
  @CsvSource({
    "psc-acr-absent,                  acr_values demandé,               null",
    "psc-acr-eidas2,                  acr_values demandé,               eidas2",
    "psc-nonce-non-verifie,           nonce faux,                       fait",
    "psc-signature-non-verifiee,      signature fausse,                 fait",
    "psc-iss-non-verifie,             émetteur faux,                    fait",
    "psc-aud-non-verifie,             destinataire faux,                fait",
    "psc-exp-non-verifie,             jeton expiré,                     fait",
    "psc-profil-fige,                 nom après un changement,          EXEMPLE",
    "psc-compte-par-nom,              compte après un changement de nom, compte-2",
    "psc-compte-doublon,              compte créé d'avance,             compte-2",
    "psc-activite-imposee,            activité prise,                   CABINET EXEMPLE",
    "psc-refus-a-moitie,              après un refus,                   1",
    "psc-iat-non-verifie,             jeton du futur,                   fait",
    "psc-acr-non-verifie,             niveau faux,                      fait",
    "psc-nonce-constant,              nonce neuf,                       false",
    "psc-state-non-verifie,           state faux,                       fait",
    "psc-rafraichissement-absent,     jeton d'accès expiré,             userinfo",
    "psc-userinfo-oublie,             userinfo à la connexion,          0",
    "psc-deconnexion-locale,          fin de session,                   0",
    "psc-state-constant,              state neuf,                       false",
    "psc-pkce-constant,               PKCE neuf,                        false",
    "psc-pkce-en-clair,               méthode de PKCE,                  plain",
    "psc-secret-au-navigateur,        secret au navigateur,             un secret",
    "psc-deconnexion-sans-jeton,      jeton à la fin de session,        false",
    "ciba-acr-absent,                 acr_values sans navigateur,       null",
    "ciba-moyen-ignore,               moyen demandé,                    MOBILE",
    "ciba-nombre-constant,            nombres différents,               false",
    "ciba-nombre-quatre-chiffres,     chiffres du nombre,               4",
    "ciba-nombre-non-affiche,         nombre montré,                    false",
    "ciba-demande-repetee,            demandes à un téléphone éteint,   3",
    "ciba-auth-req-id-tronque,        longueur de l'auth_req_id,        2000",
    "ciba-interrogation-pressee,      rythme,                           1.25 1.25 / 1.25 / 1.25 2.5 / 1.25 2.5 5.0",
    "ciba-intervalle-suppose,         rythme,                           5.0 5.0 / 1.0 / 5.0 10.0 / 5.0 10.0 20.0",
    "ciba-slow-down-ignore,           rythme,                           5.0 5.0 / 5.0 / 5.0 5.0 / 5.0 10.0 20.0",
    "ciba-panne-definitive,           rythme,                           5.0 5.0 / 5.0 / 5.0 10.0 / 5.0",
    "ciba-refus-ignore,               interrogations d'un refus,        4",
    "ciba-expiration-ignoree,         interrogations après la fin,      3",
    "ciba-autre-personne-acceptee,    autre personne que demandée,      fait",
    "insi-un-seul-prenom,             aucune identité,                  [ALIX]",
    "insi-emetteur-faux,              émetteur du contexte,             LPS-REFERENCE",
    "insi-idam-r-absent,              attribut de IDAM,                 false",
    "insi-ordre-elements,             ordre des éléments,               false",
    "insi-panne-statut,               statut après une panne,           recuperee",
    "ins-plusieurs-accepte-sans-lieu, plusieurs identités,              ALIX/",
    "ins-envoye-non-qualifie,         matricule dans l'appel,           188022A004321",
    "ins-qualifie-sans-controle,      statut après une identité,        qualifiee",
    "ins-appel-fictif,                appels pour une identité fictive, 1"
  })
  void eachMutantDiffersInOneObservableWay(String id, String observation, String seen)
      throws Exception {
    Map<String, String> ofTheMutant = observations.of(ReferenceLps.builder().mutant(id));

    assertThat(ofTheMutant.get(observation)).isEqualTo(seen);
    assertThat(ofTheMutant).isNotEqualTo(ofTheReference);
    ofTheMutant.put(observation, ofTheReference.get(observation));
    assertThat(ofTheMutant).isEqualTo(ofTheReference);
  }

  @Test
  void theOneThatKeepsTypedTraitsDiffersInThemOnly() throws Exception {
    Map<String, String> ofTheMutant =
        observations.of(ReferenceLps.builder().mutant("ins-traits-non-repris"));

    assertThat(ofTheReference.get("traits gardés")).contains("MARIE-LOU");
    assertThat(ofTheMutant.get("traits gardés")).contains("[\"ALIX\",\"LOU\"]");
    ofTheMutant.put("traits gardés", ofTheReference.get("traits gardés"));
    assertThat(ofTheMutant).isEqualTo(ofTheReference);
  }

  @Test
  void theReferenceRefusesWhatMutantsAccept() {
    assertThat(ofTheReference)
        .containsEntry("nonce faux", "refuse")
        .containsEntry("signature fausse", "refuse")
        .containsEntry("émetteur faux", "refuse")
        .containsEntry("state faux", "refuse")
        .containsEntry("jeton d'accès expiré", "token userinfo")
        .containsEntry("matricule dans l'appel", "")
        .containsEntry("statut après une panne", "provisoire");
  }

  @Test
  void everyMutantHasItsSheetAndEverySheetItsMutant() {
    assertThat(MutantSheet.all())
        .extracting(MutantSheet::id)
        .containsExactlyElementsOf(Stream.of(Mutant.values()).map(Mutant::id).toList());
    assertThat(MutantSheet.all())
        .allSatisfy(
            sheet -> {
              assertThat(sheet.description()).endsWith(".");
              assertThat(sheet.breaks()).isNotEmpty();
            });
  }
}
