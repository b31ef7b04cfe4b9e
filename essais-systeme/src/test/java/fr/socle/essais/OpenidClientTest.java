package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.SpaceDescriptor;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** openid-client of npm, asked to check the signature of identity tokens. */
class OpenidClientTest extends RenewingPartyContract {
  private @Nullable OpenidClient program;

  @Override
  RelyingPartyProcess start(SpaceDescriptor space, Path benchJson, Path folder) throws Exception {
    return program(folder).checkingSignatures(space, benchJson, folder);
  }

  private OpenidClient program(Path folder) throws Exception {
    if (program == null) {
      program = OpenidClient.install(folder.resolve("node"));
    }
    return program;
  }

  @Override
  String clientName() {
    return "openid-client";
  }

  @Override
  String wordsWithoutKeys() {
    return "unexpected HTTP response status code";
  }

  @Override
  String wordsAfterRotation() {
    return "OAUTH_KEY_SELECTION_FAILED";
  }

  @Override
  Stream<Refused> refused() {
    return Stream.of(
        new Refused("nonce-faux", "unexpected ID Token \"nonce\" claim value"),
        new Refused("nonce-absent", "JWT \"nonce\" (nonce) claim missing"),
        new Refused("iss-faux", "unexpected JWT \"iss\" (issuer) claim value"),
        new Refused("aud-faux", "unexpected JWT \"aud\" (audience) claim value"),
        new Refused("exp-passee", "unexpected JWT \"exp\" (expiration time) claim value"),
        new Refused("alg-none", "unexpected JWT \"alg\" header parameter"),
        new Refused("sans-signature", "Invalid JWT"),
        new Refused("hs256-secret", "unsupported JWS algorithm"),
        new Refused("hs256-cle-publique", "unsupported JWS algorithm"),
        new Refused("signature-fausse", "JWT signature verification failed"),
        new Refused("kid-inconnu", "OAUTH_KEY_SELECTION_FAILED"),
        new Refused("state-faux", "unexpected \"state\" response parameter value"),
        new Refused("state-absent", "response parameter \"state\" missing"),
        new Refused("iss-reponse-faux", "unexpected \"iss\" (issuer) response parameter value"),
        new Refused("userinfo-autre-sub", "unexpected \"response\" body \"sub\" property value"),
        new Refused("userinfo-401", "OAUTH_WWW_AUTHENTICATE_CHALLENGE"),
        new Refused("userinfo-tronque", "failed to parse \"response\" body as JSON"),
        new Refused("code-expire", "invalid_grant Code not valid"));
  }

  @Override
  Stream<Unnoticed> unnoticed() {
    return Stream.of(
        new Unnoticed("at-hash-faux", "PSC-SUI-11"),
        new Unnoticed("iat-futur", "PSC-SUI-11"),
        new Unnoticed("acr-autre", "PSC-SUI-11"),
        new Unnoticed("acr-absent", ""),
        new Unnoticed("kid-absent", ""));
  }

  // What OpenID Connect Core 3.1.3.7, point 6, allows and Pro Santé Connect does not.
  @ParameterizedTest
  @ValueSource(strings = {"signature-fausse", "kid-inconnu", "hs256-cle-publique"})
  void looksAtNoSignatureUnlessAsked(String fault) throws Exception {
    SpaceDescriptor own = otherSpace(Map.of());
    try (RelyingPartyProcess asItIs =
            startOn(own, (where, json, folder) -> program(folder).asItIs(where, json, folder));
        LoginWindow login = LoginWindow.open(bench(), own, fault)) {
      login.arm(fault, Map.of());

      assertOpen(visit(asItIs), login);

      assertThat(login.brokenRules()).containsExactly("PSC-SUI-10");
    }
  }
}
