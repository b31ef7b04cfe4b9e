package fr.socle.essais.mesure;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.socle.bench.client.api.MssMailbox;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.essais.SocleCommand;
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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
 * order, and the memory it takes; for ours, for GreenMail and for Debian's Dovecot if it is there,
 * by the same bytes on the wire.
 */
final class MailMeasure {
  private static final String HOLDER = "899990000020";
  private static final String ADDRESS = "marie.testeur@medecin.mssante.fr";

  /** A quarter of what arrives, for ours: the others keep their own. */
  private static final String HEAP = "-Xmx256m";

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
    ProcessBuilder up =
        SocleCommand.of("up", "--port-base", "0", "--data", data.toString(), "psc", "mss");
    up.environment().put("SOCLE_JAVA_OPTS", HEAP);
    try (SocleProcess socle = SocleProcess.up(up)) {
      SpaceDescriptor space =
          socle
              .client()
              .createSpace(
                  new SpaceRequest(
                      "courrier", null, Map.of("mss.login", "oui", "mss.clair", "oui")));
      openMailbox(
          socle.console().resolve("/control/v1/spaces/" + space.id() + "/services/mss/mailbox"));
      int port = URI.create(space.urls().getOrDefault("mss.imap", "")).getPort();
      print(
          new Place(
              "Socle (" + HEAP + "), with journal and --data", port, ADDRESS, HOLDER, socle.pid()));
      System.out.printf("  data folder %d MB%n", folderMegabytes(data));
    } finally {
      delete(data);
    }
  }

  private static void openMailbox(URI address) throws Exception {
    String mailbox = new ObjectMapper().writeValueAsString(new MssMailbox(ADDRESS, HOLDER));
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(mailbox))
                    .build(),
                BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
  }

  /** Messages by the gigabyte are not left behind. */
  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }

  private static long folderMegabytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(each -> each.toFile().length()).sum() >> 20;
    }
  }

  private void greenMail() throws Exception {
    try (OtherMail mail = OtherMail.start()) {
      print(new Place("GreenMail", mail.port(), OtherMail.USER, OtherMail.PASSWORD, mail.pid()));
    }
  }

  private void dovecot() throws Exception {
    if (!Files.isExecutable(Path.of("/usr/sbin/dovecot"))) {
      System.out.println("Dovecot: not measured, it is not installed");
      return;
    }
    if (!"root".equals(System.getProperty("user.name"))) {
      System.out.println("Dovecot: not measured, it starts as root only");
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
        first_valid_uid = 1
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
      boolean unused = process.waitFor(10, TimeUnit.SECONDS);
      delete(folder);
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
      verifyOrder(place);
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

  /** Reads back which message has which number. */
  private void verifyOrder(Place place) throws IOException {
    try (Line line = new Line(place)) {
      line.ask("b", "SELECT INBOX");
      line.say("c FETCH 1:* BODY.PEEK[HEADER.FIELDS (SUBJECT)]");
      List<String> subjects = line.subjects("c OK");
      for (int i = 1; i <= messages; i++) {
        if (subjects.size() < i || !subjects.get(i - 1).equals("Subject: m" + i)) {
          throw new IOException("message " + i + " of " + place.name() + " is not there");
        }
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

  /** Megabytes of a process and of those it started, a page that several share counted once. */
  private static long resident(long pid) {
    ProcessHandle first = ProcessHandle.of(pid).orElseThrow();
    return Stream.concat(Stream.of(first), first.descendants())
            .mapToLong(each -> kilobytes(each.pid()))
            .sum()
        / 1024;
  }

  private static long kilobytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
      return lines
          .filter(each -> each.startsWith("Pss:"))
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
        if (line.startsWith(start.substring(0, start.indexOf(' ')) + " ")) {
          throw new IOException("not " + start + " but " + line);
        }
        line = read();
      }
    }

    private String read() throws IOException {
      StringBuilder text = new StringBuilder();
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0) {
          throw new IOException("closed after " + text);
        }
        text.append((char) next);
      }
      return text.toString().stripTrailing();
    }

    private List<String> subjects(String end) throws IOException {
      List<String> subjects = new ArrayList<>();
      for (String line = read(); !line.startsWith(end); line = read()) {
        if (line.startsWith("Subject: ")) {
          subjects.add(line);
        }
      }
      return subjects;
    }

    /** How many counts were told, up to the last one; fails when one is smaller than before. */
    private int hears(int last) throws IOException {
      int told = 0;
      int before = 0;
      while (before < last) {
        String line = read();
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
