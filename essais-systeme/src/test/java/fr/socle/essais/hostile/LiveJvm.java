package fr.socle.essais.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a process of Java holds, told by the JDK's own {@code jcmd} and by the kernel. */
final class LiveJvm {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
  private static final Pattern THREAD = Pattern.compile("(?m)^\"([^\"]+)\" #");

  private final long pid;

  LiveJvm(long pid) {
    this.pid = pid;
  }

  /**
   * What it holds at one moment.
   *
   * @param liveBytes bytes of the objects that survive a full collection
   * @param threads names of its threads, those of the compiler left out
   * @param sockets open sockets
   */
  record Holding(long liveBytes, List<String> threads, long sockets) {
    @Override
    public String toString() {
      return "%.1f MB of live objects, %d threads, %d sockets"
          .formatted(liveBytes / 1e6, threads.size(), sockets);
    }
  }

  Holding holding() throws IOException, InterruptedException {
    return new Holding(liveBytes(), threads(), sockets());
  }

  long sockets() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return files.filter(LiveJvm::isSocket).count();
    }
  }

  private long liveBytes() throws IOException, InterruptedException {
    Matcher total = TOTAL.matcher(jcmd("GC.class_histogram"));
    if (!total.find()) {
      throw new IOException("jcmd tells no total");
    }
    return Long.parseLong(total.group(1));
  }

  private List<String> threads() throws IOException, InterruptedException {
    return THREAD
        .matcher(jcmd("Thread.print"))
        .results()
        .map(match -> match.group(1))
        .filter(name -> !name.contains("CompilerThread"))
        .sorted()
        .toList();
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                command)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(output);
    }
    return output;
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException e) {
      return false; // It was closed meanwhile.
    }
  }
}
