package fr.socle.essais;

import fr.socle.bench.client.api.SpaceDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Authlib of Debian (python3-authlib) in a Flask application. */
class AuthlibTest extends RenewingPartyContract {
  @Override
  RelyingPartyProcess start(SpaceDescriptor space, Path benchJson, Path folder) throws Exception {
    Path program = Project.root().resolve("essais-systeme/src/test/python/relying_party.py");
    return RelyingPartyProcess.start(
        folder.resolve("authlib.log"),
        Map.of("REQUESTS_CA_BUNDLE", space.caFile()),
        // Debian's own interpreter: the one its packages are for.
        List.of("/usr/bin/python3", program.toString(), benchJson.toString()));
  }

  @Override
  String clientName() {
    return "Authlib";
  }

  @Override
  String wordsWithoutKeys() {
    return "HTTPError: 503";
  }

  @Override
  String wordsAfterRotation() {
    return "";
  }

  @Override
  Stream<Refused> refused() {
    return Stream.of(
        new Refused("nonce-faux", "InvalidClaimError: invalid_claim: Invalid claim \"nonce\""),
        new Refused("nonce-absent", "MissingClaimError: missing_claim: Missing \"nonce\" claim"),
        new Refused("iss-faux", "InvalidClaimError: invalid_claim: Invalid claim \"iss\""),
        new Refused("aud-faux", "InvalidClaimError: invalid_claim: Invalid claim \"azp\""),
        new Refused("exp-passee", "ExpiredTokenError"),
        new Refused("at-hash-faux", "InvalidClaimError: invalid_claim: Invalid claim \"at_hash\""),
        new Refused("alg-none", "UnsupportedAlgorithmError"),
        new Refused("sans-signature", "DecodeError"),
        new Refused("hs256-secret", "KeyError"),
        new Refused("hs256-cle-publique", "KeyError"),
        new Refused("signature-fausse", "BadSignatureError"),
        new Refused("kid-inconnu", "ValueError: Invalid JSON Web Key Set"),
        new Refused("kid-absent", "ValueError: Invalid JSON Web Key Set"),
        new Refused("state-faux", "MismatchingStateError"),
        new Refused("state-absent", "MismatchingStateError"),
        new Refused("userinfo-401", "HTTPError: 401"),
        new Refused("userinfo-tronque", "JSONDecodeError"),
        new Refused("code-expire", "OAuthError: invalid_grant: Code not valid"));
  }

  @Override
  Stream<Unnoticed> unnoticed() {
    return Stream.of(
        new Unnoticed("iss-reponse-faux", "PSC-SUI-09"),
        new Unnoticed("iat-futur", "PSC-SUI-11"),
        new Unnoticed("acr-autre", "PSC-SUI-11"),
        new Unnoticed("acr-absent", ""),
        new Unnoticed("userinfo-autre-sub", ""));
  }
}
