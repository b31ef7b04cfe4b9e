package fr.socle.bench.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing keys kept between starts. */
class KeyReserveTest {
  @TempDir Path folder;
  private KeyReserve reserve;

  @AfterEach
  void close() {
    reserve.close();
  }

  @Test
  void givesEachKeyOnceAndTheSameOnesInTheSameOrderAfterARestart() {
    reserve = open();
    List<KeyPair> first = List.of(reserve.get(), reserve.get(), reserve.get());
    awaitKept(3);
    reserve.close();

    reserve = open();
    List<KeyPair> second = List.of(reserve.get(), reserve.get(), reserve.get());

    assertThat(first).extracting(KeyPair::getPublic).doesNotHaveDuplicates();
    assertThat(second)
        .extracting(KeyPair::getPrivate)
        .containsExactlyElementsOf(first.stream().map(KeyPair::getPrivate).toList());
  }

  @Test
  void rebuildsThePublicHalf() throws Exception {
    reserve = open();
    reserve.get();
    awaitKept(1);
    reserve.close();
    reserve = open();
    KeyPair pair = reserve.get();
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(pair.getPrivate());
    byte[] signed = signature.sign();

    signature.initVerify(pair.getPublic());

    assertThat(signature.verify(signed)).isTrue();
  }

  @Test
  void makesTheNextKeyBeforeAnybodyAsksForIt() {
    reserve = open();

    awaitKept(1);
  }

  @Test
  void givesEachKeyOnceToThoseWhoAskAtTheSameTime() throws Exception {
    reserve = open();
    ExecutorService services = Executors.newFixedThreadPool(6);
    Callable<PublicKey> asking = () -> reserve.get().getPublic();
    try {
      List<PublicKey> keys =
          services.invokeAll(Collections.nCopies(6, asking)).stream()
              .map(
                  given -> {
                    try {
                      return given.get();
                    } catch (InterruptedException | ExecutionException e) {
                      throw new AssertionError(e);
                    }
                  })
              .toList();

      assertThat(keys).hasSize(6).doesNotHaveDuplicates();
    } finally {
      services.shutdownNow();
    }
  }

  @Test
  void letsNobodyElseReadTheKeys() throws Exception {
    reserve = open();
    awaitKept(1);

    for (Path key : kept()) {
      if (Files.getFileStore(key).supportsFileAttributeView("posix")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void takesAnAlteredReserveForAnEmptyOne() throws Exception {
    reserve = open();
    KeyPair lost = reserve.get();
    awaitKept(1);
    reserve.close();
    Files.writeString(folder.resolve("reserve").resolve("01-key.pem"), "rien");

    reserve = open();

    assertThat(reserve.get().getPrivate()).isNotEqualTo(lost.getPrivate());
  }

  @Test
  void writesNothingOnceClosed() throws Exception {
    reserve = open();
    reserve.close();
    List<Path> before = kept();

    reserve.get();

    assertThat(kept()).isEqualTo(before);
  }

  private KeyReserve open() {
    return new KeyReserve(folder, new FolderLock(folder), new SecureRandom());
  }

  private void awaitKept(int atLeast) {
    await()
        .until(
            () ->
                SealedFiles.read(folder, KeyReserve.SEAL).isPresent() && kept().size() >= atLeast);
  }

  private List<Path> kept() throws Exception {
    Path keys = folder.resolve("reserve");
    if (!Files.exists(keys)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(keys)) {
      return files.filter(file -> file.toString().endsWith("-key.pem")).sorted().toList();
    }
  }
}
