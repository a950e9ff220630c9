package org.tocsin.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import org.apache.commons.net.ntp.NtpV3Impl;
import org.apache.commons.net.ntp.NtpV3Packet;
import org.apache.commons.net.ntp.TimeStamp;

/** A small SNTP server whose clock is off by what a test wants. */
final class TimeServer implements AutoCloseable {

    private final DatagramSocket socket;
    private final Duration ahead;
    private final int leap;
    private final boolean answersAnother;

    private TimeServer(Duration ahead, int leap, boolean answersAnother) {
        this.ahead = ahead;
        this.leap = leap;
        this.answersAnother = answersAnother;
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "time-server");
        thread.setDaemon(true);
        thread.start();
    }

    static TimeServer ahead(Duration by) {
        return new TimeServer(by, 0, false);
    }

    static TimeServer unsynchronised() {
        return new TimeServer(Duration.ZERO, 3, false);
    }

    static TimeServer confused() {
        return new TimeServer(Duration.ZERO, 0, true);
    }

    String address() {
        return socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    private void serve() {
        try {
            while (!socket.isClosed()) {
                NtpV3Packet asked = new NtpV3Impl();
                DatagramPacket packet = asked.getDatagramPacket();
                socket.receive(packet);
                TimeStamp sent = asked.getTransmitTimeStamp();
                TimeStamp now = TimeStamp.getNtpTime(System.currentTimeMillis() + ahead.toMillis());
                asked.setMode(NtpV3Packet.MODE_SERVER);
                asked.setLeapIndicator(leap);
                asked.setStratum(leap == 3 ? 0 : 2);
                asked.setRootDelay(655); // 10 ms in units of 1/65536 s
                asked.setRootDispersion(131); // 2 ms
                asked.setOriginateTimeStamp(answersAnother ? TimeStamp.getNtpTime(0) : sent);
                asked.setReceiveTimeStamp(now);
                asked.setTransmitTime(now);
                DatagramPacket answer = asked.getDatagramPacket();
                answer.setSocketAddress(packet.getSocketAddress());
                socket.send(answer);
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
