package fr.socle.essais;

import fr.socle.bench.client.api.SpaceDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Back-channel logout of mod_auth_openidc, at {@code redirect_uri?logout=backchannel}. */
class ModAuthOpenidcLogoutTest extends BackChannelLogoutContract {
  private @Nullable ApacheRelyingParty apache;

  @Override
  void start(SpaceDescriptor space, Path folder) throws Exception {
    apache = ApacheRelyingParty.withSecret(space, folder.resolve("httpd"));
  }

  @Override
  void stop() {
    if (apache != null) {
      apache.close();
    }
  }

  @Override
  String clientName() {
    return "mod_auth_openidc";
  }

  @Override
  String page() {
    return apache.page();
  }

  @Override
  String logout() {
    return apache.logout();
  }

  @Override
  String backChannel() {
    return apache.page() + "retour?logout=backchannel";
  }

  @Override
  Stream<Spoilt> spoilt() {
    return Stream.of(
        new Spoilt("deconnexion-signature-fausse", List.of(400), "refuse"),
        new Spoilt("deconnexion-avec-nonce", List.of(400), "refuse"),
        new Spoilt("deconnexion-double", List.of(200, 400), "refuse le second"));
  }

  // It revokes its tokens first: the session is over before anybody asks to end it.
  @Override
  boolean isToldOfItsOwnLogout() {
    return false;
  }
}
