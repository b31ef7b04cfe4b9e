package fr.socle.essais.mesure;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.socle.bench.client.api.MssMailbox;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.essais.SocleProcess;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Sessions in IDLE while messages arrive: how long until each has heard of all of them, whether in
 * order, and the memory it takes; for ours, for GreenMail ({@code -Dsocle.greenmail=} its class
 * path) and for Debian's Dovecot, whichever is there, by the same bytes on the wire.
 */
final class MailMeasure {
  private static final String HOLDER = "899990000020";
  private static final String ADDRESS = "marie.testeur@medecin.mssante.fr";

  private final int sessions;
  private final int messages;
  private final int bytes;

  private MailMeasure(int sessions, int messages, int bytes) {
    this.sessions = sessions;
    this.messages = messages;
    this.bytes = bytes;
  }

  /** Where a mailbox is. */
  private record Place(String name, int port, String user, String password, long pid) {}

  static void run(int sessions, int messages, int bytes) throws Exception {
    MailMeasure measure = new MailMeasure(sessions, messages, bytes);
    measure.ours();
    measure.greenMail();
    measure.dovecot();
  }

  private void ours() throws Exception {
    Path data = Files.createTempDirectory("socle-courrier");
    try (SocleProcess socle = SocleProcess.up(data)) {
      SpaceDescriptor space =
          socle
              .client()
              .createSpace(
                  new SpaceRequest(
                      "courrier", null, Map.of("mss.login", "oui", "mss.clair", "oui")));
      URI open =
          socle.console().resolve("/control/v1/spaces/" + space.id() + "/services/mss/mailbox");
      String mailbox = new ObjectMapper().writeValueAsString(new MssMailbox(ADDRESS, HOLDER));
      String unused =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(open)
                      .header("Content-Type", "application/json")
                      .POST(HttpRequest.BodyPublishers.ofString(mailbox))
                      .build(),
                  BodyHandlers.ofString())
              .body();
      int port = URI.create(space.urls().getOrDefault("mss.imap", "")).getPort();
      print(new Place("Socle, with journal and --data", port, ADDRESS, HOLDER, socle.pid()));
    }
  }

  private void greenMail() throws Exception {
    String classPath = System.getProperty("socle.greenmail", "");
    if (classPath.isEmpty()) {
      System.out.println("GreenMail: not measured, -Dsocle.greenmail does not say where it is");
      return;
    }
    int port = freePort();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                "-Dgreenmail.imap.hostname=127.0.0.1",
                "-Dgreenmail.imap.port=" + port,
                "-Dgreenmail.users=marie:secret@localhost",
                "com.icegreen.greenmail.standalone.GreenMailStandaloneRunner")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      print(new Place("GreenMail", port, "marie", "secret", process.pid()));
    } finally {
      process.destroy();
    }
  }

  private void dovecot() throws Exception {
    if (!Files.isExecutable(Path.of("/usr/sbin/dovecot"))) {
      System.out.println("Dovecot: not measured, it is not installed");
      return;
    }
    int port = freePort();
    Path folder = Files.createTempDirectory("socle-dovecot");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path config = folder.resolve("dovecot.conf");
    Files.writeString(
        config,
        """
        protocols = imap
        listen = 127.0.0.1
        base_dir = %1$s/run
        state_dir = %1$s/state
        log_path = %1$s/log
        ssl = no
        disable_plaintext_auth = no
        mail_location = maildir:%1$s/mail/%%u
        mail_max_userip_connections = 2000
        passdb {
          driver = static
          args = password=secret
        }
        userdb {
          driver = static
          args = uid=mail gid=mail home=%1$s
        }
        service imap-login {
          inet_listener imap {
            port = %2$d
          }
          inet_listener imaps {
            port = 0
          }
          service_count = 0
          client_limit = 2000
        }
        service imap {
          process_limit = 2000
        }
        """
            .formatted(folder, port));
    Process process =
        new ProcessBuilder("/usr/sbin/dovecot", "-F", "-c", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sortie").toFile())
            .start();
    try {
      print(new Place("Dovecot (its processes together)", port, "marie", "secret", process.pid()));
    } finally {
      process.destroy();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void print(Place place) throws Exception {
    awaitOpen(place);
    ExecutorService threads = Executors.newFixedThreadPool(sessions);
    List<Line> all = Collections.synchronizedList(new ArrayList<>());
    try {
      long idle = resident(place.pid());
      List<Future<Integer>> heard = new ArrayList<>();
      long start = System.nanoTime();
      for (int i = 0; i < sessions; i++) {
        Line line = new Line(place);
        all.add(line);
        line.ask("b", "SELECT INBOX");
        line.say("c IDLE");
        line.read();
        Callable<Integer> listening = () -> line.hears(messages);
        heard.add(threads.submit(listening));
      }
      long opened = System.nanoTime();
      long most = deliver(place);
      long delivered = System.nanoTime();
      int told = 0;
      for (Future<Integer> each : heard) {
        told += each.get(5, TimeUnit.MINUTES);
      }
      long last = System.nanoTime();
      System.out.printf(
          "%s: %d sessions in IDLE opened in %d ms, %d messages of %d bytes appended in %d ms, the"
              + " last one told to all %d ms later, %d counts told, none lost, in order; resident"
              + " memory %d MB before, %d MB at most%n",
          place.name(),
          sessions,
          Duration.ofNanos(opened - start).toMillis(),
          messages,
          bytes,
          Duration.ofNanos(delivered - opened).toMillis(),
          Duration.ofNanos(last - delivered).toMillis(),
          told,
          idle,
          Math.max(most, resident(place.pid())));
    } finally {
      threads.shutdownNow();
      for (Line each : all) {
        each.close();
      }
    }
  }

  private static void awaitOpen(Place place) throws Exception {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(
            () -> {
              new Line(place).close();
              return true;
            });
  }

  private long deliver(Place place) throws IOException {
    byte[] body =
        ("0123456789abcdef".repeat(4) + "\r\n")
            .repeat(bytes / 66)
            .getBytes(StandardCharsets.US_ASCII);
    long most = 0;
    Line line = new Line(place);
    try {
      for (int i = 1; i <= messages; i++) {
        byte[] head = ("Subject: m" + i + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        line.say("m" + i + " APPEND INBOX {" + (head.length + body.length) + "}");
        line.read();
        line.send(head);
        line.send(body);
        line.say("");
        line.until("m" + i + " OK");
        if (i % 50 == 0) {
          most = Math.max(most, resident(place.pid()));
        }
      }
    } finally {
      line.close();
    }
    return most;
  }

  /** Megabytes of a process and of those it started. */
  private static long resident(long pid) {
    ProcessHandle first = ProcessHandle.of(pid).orElseThrow();
    return Stream.concat(Stream.of(first), first.descendants())
            .mapToLong(each -> kilobytes(each.pid()))
            .sum()
        / 1024;
  }

  private static long kilobytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(each -> each.startsWith("VmRSS:"))
          .mapToLong(each -> Long.parseLong(each.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      // It has just ended.
      return 0;
    }
  }

  /** One connection. */
  private static final class Line implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    private Line(Place place) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), place.port());
      socket.setSoTimeout(120_000);
      in = new BufferedInputStream(socket.getInputStream());
      read();
      ask("a", "LOGIN " + place.user() + " " + place.password());
    }

    private void say(String line) throws IOException {
      send((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void send(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
    }

    private void ask(String tag, String command) throws IOException {
      say(tag + " " + command);
      until(tag + " OK");
    }

    private void until(String start) throws IOException {
      String line = read();
      while (!line.startsWith(start)) {
        if (line.isEmpty() || line.startsWith(start.substring(0, start.indexOf(' ')) + " ")) {
          throw new IOException("not " + start + " but " + line);
        }
        line = read();
      }
    }

    private String read() throws IOException {
      StringBuilder text = new StringBuilder();
      for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
        text.append((char) next);
      }
      return text.toString().stripTrailing();
    }

    /** How many counts were told, up to the last one; fails when one is smaller than before. */
    private int hears(int last) throws IOException {
      int told = 0;
      int before = 0;
      while (before < last) {
        String line = read();
        if (line.isEmpty()) {
          throw new IOException("closed after " + before + " of " + last);
        }
        if (line.endsWith(" EXISTS")) {
          int count = Integer.parseInt(line.split(" ", -1)[1]);
          if (count < before) {
            throw new IOException(count + " after " + before);
          }
          before = count;
          told++;
        }
      }
      return told;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
