using System.Buffers.Binary;

namespace Personio.Rest.Tests.Paging;

public sealed class UuidSetTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_set_of_UUIDs_finds_its_members_and_nothing_else(bool isRandom)
    {
        var set = new UuidSet();
        var expected = new HashSet<Guid>();
        var dice = new Random(1);

        for (int i = 0; i < 50_000; i++)
        {
            Guid uuid = Uuid(dice, isRandom, dice.Next(40_000));

            Assert.Equal(expected.Add(uuid), set.Add(uuid));
        }
    }

    [Fact]
    public void A_set_of_UUIDs_is_empty_again_when_cleared()
    {
        var set = new UuidSet();
        Guid[] uuids =
        [
            Guid.Empty, .. Enumerable.Range(1, 500).Select(number => Uuid(new Random(number), isRandom: true, number))
        ];
        Assert.All(uuids, uuid => Assert.True(set.Add(uuid)));

        set.Clear();

        Assert.All(uuids, uuid => Assert.True(set.Add(uuid)));
        Assert.All(uuids, uuid => Assert.False(set.Add(uuid)));
    }

    // Some servers use sequential UUIDs.
    private static Guid Uuid(Random dice, bool isRandom, int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (isRandom)
        {
            dice = new Random(number);
            dice.NextBytes(bytes);
        }
        else
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes[12..], number);
        }

        return new Guid(bytes);
    }
}
