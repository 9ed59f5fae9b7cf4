package io.mingjing.disorder.desk.api;

import io.mingjing.disorder.shelf.domain.Board;

/** In disorder: leans on an aggregate that comes later. */
public class Counter {
    public Board board = new Board();

    public void serve() {
        board.hang();
    }
}
