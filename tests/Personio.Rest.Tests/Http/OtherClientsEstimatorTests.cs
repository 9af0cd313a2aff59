using Personio.Rest.Http;

namespace Personio.Rest.Tests.Http;

public sealed class OtherClientsEstimatorTests
{
    [Fact]
    public void No_other_client_is_assumed_before_a_bucket_was_announced()
    {
        var share = new OtherClientsEstimator();

        Assert.Equal(0, share.Rate);
        Assert.Equal(0, share.Reserve);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    public void The_rate_of_other_clients_is_estimated(double taken)
    {
        var share = new OtherClientsEstimator();

        // Five seconds at a steady level: everything that is refilled is taken, here what others leave.
        Watch(share, own: 10 - taken, level: 5, seconds: 20);

        Assert.Equal(taken, share.Rate, 0.2 * taken);
    }

    [Fact]
    public void A_full_bucket_that_cannot_refill_does_not_count_as_use_by_other_clients()
    {
        var share = new OtherClientsEstimator();

        Watch(share, own: 2, level: 10, seconds: 20);

        Assert.Equal(0, share.Rate);
    }

    [Fact]
    public void A_refused_request_took_no_token_so_another_client_did()
    {
        var share = new OtherClientsEstimator();

        for (int i = 0; i < 100; i++)
        {
            share.RecordAnnouncement(i, i * 0.1, new RateLimitHeaders(10, 10, 0));
            share.RecordRefusal();
        }

        Assert.InRange(share.Rate, 7, 10);
    }

    [Fact]
    public void Missing_tokens_were_taken_by_others_and_older_counts_weigh_less()
    {
        var share = new OtherClientsEstimator();

        share.RecordAnnouncement(1, 0, new RateLimitHeaders(10, 10, 2));
        share.RecordAnnouncement(2, 0.5, new RateLimitHeaders(10, 10, 3));
        double early = share.Rate;
        // Exactly full does not overflow: 3 left and 7 refilled.
        share.RecordAnnouncement(5, 1.2, new RateLimitHeaders(10, 10, 1));

        // First 5 - 1 - 1 = 3 in half a second, then 7 - 3 + 2 = 6 in 0.7 s, after which the first count weighs
        // 0.5^(0.7/3).
        double kept = Math.Pow(0.5, 0.7 / 3);
        double taken = (3 * kept) + 6;
        double own = kept + 3;
        Assert.Equal(0, early);
        Assert.Equal((taken - 1) / ((0.5 * kept) + 0.7), share.Rate, 1e-9);
        Assert.Equal(5 * own / (own + taken), share.Reserve, 1e-9);
    }

    [Fact]
    public void A_refusal_moves_one_token_from_here_to_the_others()
    {
        var share = new OtherClientsEstimator();

        share.RecordAnnouncement(1, 0, new RateLimitHeaders(10, 14, 2));
        share.RecordRefusal();
        share.RecordAnnouncement(2, 0.6, new RateLimitHeaders(10, 14, 3));
        share.RecordAnnouncement(4, 1.2, new RateLimitHeaders(10, 14, 1));

        // Twice 0.6 s and 6 refilled; what was seen first counts 0.5^(0.6/3) as much each time.
        double kept = Math.Pow(0.5, 0.2);
        double own = (((-1 * kept) + 1) * kept) + 2;
        double taken = ((kept + 4) * kept) + 6;
        Assert.Equal((taken - 1) / ((0.6 * kept) + 0.6), share.Rate, 1e-9);
        Assert.Equal(5 * own / (own + taken), share.Reserve, 1e-9);
    }

    [Fact]
    public void Overtaken_responses_and_a_new_rate_reveal_nothing()
    {
        var share = new OtherClientsEstimator();
        share.RecordAnnouncement(10, 1, new RateLimitHeaders(10, 10, 5));

        share.RecordAnnouncement(3, 0.5, new RateLimitHeaders(10, 10, 9));
        share.RecordAnnouncement(11, 1.5, new RateLimitHeaders(3, 10, 0));

        Assert.Equal(0, share.Rate);
    }

    [Fact]
    public void Other_clients_that_have_left_are_forgotten()
    {
        var share = new OtherClientsEstimator();
        Watch(share, own: 5, level: 5, seconds: 20);
        Assert.NotEqual(0, share.Rate);

        Watch(share, own: 10, level: 5, seconds: 60, from: (1000, 21));

        Assert.Equal(0, share.Rate);
        Assert.Equal(0, share.Reserve);
    }

    [Fact]
    public void Taking_more_leaves_a_larger_reserve_so_that_shares_converge()
    {
        var greedy = new OtherClientsEstimator();
        var modest = new OtherClientsEstimator();

        Watch(greedy, own: 8, level: 5, seconds: 20);
        Watch(modest, own: 2, level: 5, seconds: 20);

        Assert.True(greedy.Reserve > 2 * modest.Reserve);
        Assert.InRange(greedy.Reserve, 0, 5);
    }

    // A bucket of ten, refilled by ten a second, at a steady level.
    private static void Watch(
        OtherClientsEstimator share, double own, double level, double seconds, (long Number, double At) from = default)
    {
        for (int i = 0; i < seconds * own; i++)
        {
            share.RecordAnnouncement(from.Number + i, from.At + (i / own), new RateLimitHeaders(10, 10, level));
        }
    }
}
