package fr.socle.bench.pki;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one writer at a time into a folder, among the threads and the processes of a machine. */
final class FolderLock {
  // A file lock belongs to the whole virtual machine: between its threads it throws, not waits.
  private static final ReentrantLock WITHIN_THIS_PROCESS = new ReentrantLock();

  private final Path file;

  FolderLock(Path folder) {
    this.file = folder.resolve(".verrou");
  }

  <T> T holding(Writing<T> writing) throws IOException {
    WITHIN_THIS_PROCESS.lock();
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (!lock.isValid()) {
        throw new IOException("Verrou " + file + " perdu.");
      }
      return writing.run();
    } finally {
      WITHIN_THIS_PROCESS.unlock();
    }
  }

  /** What is done while the lock is held. */
  interface Writing<T> {
    T run() throws IOException;
  }
}
