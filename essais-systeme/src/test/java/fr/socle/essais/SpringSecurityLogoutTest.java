package fr.socle.essais;

import fr.socle.bench.client.api.SpaceDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Back-channel logout of Spring Security: {@code oidcLogout} with {@code backChannel}. */
class SpringSecurityLogoutTest extends BackChannelLogoutContract {
  private @Nullable RelyingPartyProcess service;

  @Override
  void start(SpaceDescriptor space, Path folder) throws Exception {
    Path own = Files.createDirectories(folder.resolve("service"));
    service = SpringService.start(space, RelyingPartyContract.benchJson(space, own), own);
  }

  @Override
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  @Override
  String clientName() {
    return "Spring Security";
  }

  @Override
  String page() {
    return service.page("");
  }

  @Override
  String logout() {
    return service.page("deconnexion");
  }

  @Override
  String backChannel() {
    return service.page("logout/connect/back-channel/psc");
  }

  @Override
  Stream<Spoilt> spoilt() {
    return Stream.of(
        new Spoilt("deconnexion-signature-fausse", List.of(400), "refuse"),
        new Spoilt("deconnexion-avec-nonce", List.of(400), "refuse"),
        new Spoilt("deconnexion-double", List.of(200, 200), "accepte le second"));
  }

  @Override
  boolean isToldOfItsOwnLogout() {
    return true;
  }
}
