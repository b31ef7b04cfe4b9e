package fr.socle.documents.datamatrix;

import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sorts the dark pixels of a picture into groups of touching ones, row after row: unbroken pieces
 * of a row join the groups that they touch in the row above. Used once.
 */
final class Groups {
  /** Beyond, the picture is dust: nothing more is looked at. */
  private static final int MOST = 500_000;

  private final BitMatrix dark;
  private int[] parent = new int[1024];
  private int[] left = new int[1024];
  private int[] right = new int[1024];
  private int[] top = new int[1024];
  private int[] bottom = new int[1024];
  private int[] pixels = new int[1024];
  private int[] runs = new int[1024];
  private int count;

  Groups(BitMatrix dark) {
    this.dark = dark;
  }

  /** The groups of which no side is shorter than asked. */
  List<Group> found(int shortest) {
    sweep();
    List<Group> found = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int width = right[i] - left[i];
      int height = bottom[i] - top[i];
      if (parent[i] == i && width >= shortest && height >= shortest) {
        found.add(new Group(new Rectangle(left[i], top[i], width, height), pixels[i], runs[i]));
      }
    }
    return found;
  }

  private void sweep() {
    Row above = new Row(dark.getWidth());
    Row here = new Row(dark.getWidth());
    BitArray line = new BitArray(dark.getWidth());
    for (int y = 0; y < dark.getHeight() && count < MOST; y++) {
      line = dark.getRow(y, line);
      here.length = 0;
      int met = 0;
      int end;
      for (int begin = line.getNextSet(0); begin < dark.getWidth(); begin = line.getNextSet(end)) {
        end = line.getNextUnset(begin);
        int group = -1;
        while (met < above.length && above.end[met] < begin) {
          met++;
        }
        // The last one that touches may touch the next piece too.
        for (int i = met; i < above.length && above.begin[i] <= end; i++) {
          group = group < 0 ? root(above.group[i]) : joined(group, root(above.group[i]));
        }
        here.add(begin, end, taken(group, begin, end, y));
      }
      Row before = above;
      above = here;
      here = before;
    }
  }

  private int taken(int known, int begin, int end, int y) {
    int group = known < 0 ? fresh(begin, y) : known;
    left[group] = Math.min(left[group], begin);
    right[group] = Math.max(right[group], end);
    bottom[group] = y + 1;
    pixels[group] += end - begin;
    runs[group]++;
    return group;
  }

  private int fresh(int x, int y) {
    if (count == parent.length) {
      int length = 2 * count;
      parent = Arrays.copyOf(parent, length);
      left = Arrays.copyOf(left, length);
      right = Arrays.copyOf(right, length);
      top = Arrays.copyOf(top, length);
      bottom = Arrays.copyOf(bottom, length);
      pixels = Arrays.copyOf(pixels, length);
      runs = Arrays.copyOf(runs, length);
    }
    parent[count] = count;
    left[count] = x;
    top[count] = y;
    return count++;
  }

  private int joined(int one, int other) {
    if (one == other) {
      return one;
    }
    parent[other] = one;
    left[one] = Math.min(left[one], left[other]);
    right[one] = Math.max(right[one], right[other]);
    top[one] = Math.min(top[one], top[other]);
    bottom[one] = Math.max(bottom[one], bottom[other]);
    pixels[one] += pixels[other];
    runs[one] += runs[other];
    return one;
  }

  private int root(int group) {
    int at = group;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** The unbroken pieces of a row, ends excluded, and the group of each. */
  private static final class Row {
    private final int[] begin;
    private final int[] end;
    private final int[] group;
    private int length;

    Row(int width) {
      begin = new int[width / 2 + 1];
      end = new int[width / 2 + 1];
      group = new int[width / 2 + 1];
    }

    void add(int from, int to, int of) {
      begin[length] = from;
      end[length] = to;
      group[length] = of;
      length++;
    }
  }
}
