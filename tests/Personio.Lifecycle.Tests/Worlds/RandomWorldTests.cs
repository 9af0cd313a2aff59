namespace Personio.Lifecycle.Tests.Worlds;

/// <summary>Two thousand random worlds, with lost responses and crashes between any two steps.</summary>
public sealed class RandomWorldTests
{
    private const int Worlds = 2000;
    private const int Blocks = 8;

    public static TheoryData<int> Block => new(Enumerable.Range(0, Blocks));

    [Theory]
    [MemberData(nameof(Block))]
    public void No_world_disables_active_persons_duplicates_or_renames_them_or_touches_protected_accounts(int block)
    {
        int interrupted = 0;
        for (int seed = block * Worlds / Blocks; seed < (block + 1) * Worlds / Blocks; seed++)
        {
            var world = new RandomWorld(seed);
            for (int day = 0; day < 5; day++)
            {
                Personio.Lifecycle.Plan plan = world.Compare();
                // After a crash, the same plan is applied again, or a new one is created.
                while (world.Apply(plan) is null)
                {
                    interrupted++;
                    plan = seed % 2 == 0 ? plan : world.Compare();
                }

                world.NextDay();
            }

            world.Trouble = 0;
            string left = Settle(world);

            Assert.True(world.Violations.Count == 0, $"World {seed}: {string.Join("; ", world.Violations)}");
            Assert.True(left.Length == 0, $"World {seed} does not come to rest: {left}");
        }

        Assert.True(interrupted > Worlds / Blocks, "Hardly any run was interrupted: the test tests nothing.");
    }

    // A link is updated in the next run, and a relinked account enabled, so the state settles after a few runs.
    private static string Settle(RandomWorld world)
    {
        string left = "";
        for (int run = 0; run < 4; run++)
        {
            Personio.Lifecycle.Plan plan = world.Compare();
            PlanRow[] open = [.. plan.Rows.Where(row => row.Action != PlanAction.None && row.HasApproval())];
            left = string.Join("; ", open.Select(row => row.Reason));
            world.Apply(plan);
        }

        return left;
    }
}
