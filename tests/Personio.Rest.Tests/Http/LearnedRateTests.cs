using Personio.Rest.Http;

namespace Personio.Rest.Tests.Http;

public sealed class LearnedRateTests
{
    [Theory]
    [InlineData(0, 8)]
    [InlineData(1, 12)]
    [InlineData(2, 18)]
    [InlineData(3, 27)]
    [InlineData(4, 30)]
    public void The_rate_grows_by_half_with_every_second_without_a_refusal_up_to_the_ceiling(
        double seconds, double rate)
    {
        LearnedRate learned = Begun();

        Use(learned, 0, seconds);

        Assert.Equal(rate, learned.Rate, 6);
    }

    [Fact]
    public void An_unused_rate_does_not_grow()
    {
        LearnedRate learned = Begun();

        learned.Advance(60);

        Assert.Equal(8, learned.Rate);
    }

    [Fact]
    public void The_rate_does_not_grow_before_the_first_answer_because_it_may_announce_the_bucket()
    {
        var learned = new LearnedRate(new Pacing(Ceiling: 30));

        Use(learned, 0, 3);

        Assert.Equal(8, learned.Rate);
    }

    [Fact]
    public void Without_a_ceiling_the_rate_stays_where_it_started()
    {
        var learned = new LearnedRate(new Pacing(20));
        learned.RecordCompletion();

        Use(learned, 0, 10);

        Assert.Equal(20, learned.Rate);
    }

    [Fact]
    public void A_refusal_halves_the_rate_and_the_excessive_rate_is_remembered()
    {
        LearnedRate learned = Begun();

        learned.RecordRefusal(0, 0.1, 0);

        Assert.Equal((4, 8), (learned.Rate, learned.RefusedRate));
    }

    [Fact]
    public void The_excessive_rate_is_assumed_between_the_served_and_the_attempted_rate()
    {
        LearnedRate learned = Begun();
        Use(learned, 0, 2);
        Serve(learned, 20);

        learned.RecordRefusal(2, 2, 0);

        // 20 served in two seconds, 18 per second attempted.
        Assert.Equal(14, learned.RefusedRate!.Value, 6);
        Assert.Equal(7, learned.Rate, 6);
    }

    [Fact]
    public void Refusals_of_requests_sent_before_the_last_refusal_do_not_count_again()
    {
        LearnedRate learned = Begun();
        learned.RecordRefusal(0, 0.1, 0);

        learned.RecordRefusal(0.05, 0.12, 0);

        Assert.Equal((4, 8), (learned.Rate, learned.RefusedRate));
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 6)]
    [InlineData(1.2, 6.4)]
    [InlineData(11.2, 6.68)]
    [InlineData(41.2, 7.53)]
    public void After_a_refusal_the_rate_returns_to_four_fifths_of_the_excessive_rate_and_grows_slowly_from_there(
        double seconds, double rate)
    {
        LearnedRate learned = Begun();
        learned.RecordRefusal(0, 0, 0);

        Use(learned, 0, seconds);

        Assert.Equal(rate, learned.Rate, 0.02);
    }

    [Fact]
    public void A_rate_that_was_excessive_45_seconds_ago_is_tried_again()
    {
        LearnedRate learned = Begun();
        learned.RecordRefusal(0, 0, 0);

        Use(learned, 0, 46);
        double after = learned.Rate;
        Use(learned, 46, 48);

        Assert.Null(learned.RefusedRate);
        Assert.Equal(after * 1.5 * 1.5, learned.Rate, 6);
    }

    [Fact]
    public void The_rate_stays_while_the_server_wants_no_request()
    {
        LearnedRate learned = Begun();
        learned.RecordRefusal(0, 0, 8);

        Use(learned, 0, 8);
        double at = learned.Rate;
        Use(learned, 8, 9);

        Assert.Equal((4, 6), (at, Math.Round(learned.Rate, 6)));
    }

    [Fact]
    public void A_request_is_sent_every_five_seconds_however_often_it_is_refused()
    {
        LearnedRate learned = Begun();

        for (int i = 0; i < 50; i++)
        {
            learned.RecordRefusal(i, i, 0);
        }

        Assert.Equal(0.2, learned.Rate, 6);
    }

    [Theory]
    [InlineData(8, 4)]
    [InlineData(2, 1)]
    public void After_a_refusal_a_slow_server_does_not_get_four_requests_together(double start, double most)
    {
        var learned = new LearnedRate(new Pacing(start));
        learned.RecordCompletion();
        double before = learned.Burst;

        learned.RecordRefusal(0, 0, 0);

        Assert.Equal(4, before);
        Assert.Equal(Math.Max(1, most / 2), learned.Burst);
    }

    // A server that has answered once, and announced nothing.
    private static LearnedRate Begun()
    {
        var learned = new LearnedRate(new Pacing(Ceiling: 30));
        learned.RecordCompletion();
        return learned;
    }

    private static void Use(LearnedRate learned, double from, double to)
    {
        for (double now = from; now < to - 1e-9; now += 0.1)
        {
            learned.Advance(now);
            learned.RecordWait(now, 0.1);
        }

        learned.Advance(to);
    }

    private static void Serve(LearnedRate learned, int count)
    {
        // The first was already served, and the refused one ends as well.
        for (int i = 0; i < count; i++)
        {
            learned.RecordCompletion();
        }
    }
}
