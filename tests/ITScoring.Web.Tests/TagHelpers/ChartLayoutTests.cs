using ITScoring.Web.TagHelpers.Charts;

namespace ITScoring.Web.Tests.TagHelpers;

/// <summary>Where the parts of charts stand: true to the numbers, and no words over words on the narrowest page.</summary>
public sealed class ChartLayoutTests
{
    private static readonly string[] Long = ["Sở Nông nghiệp và Phát triển nông thôn", "Sở Lao động - Thương binh và Xã hội", "Sở Y tế"];

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.7684, 76.84)]
    [InlineData(1.0, 100)]
    [InlineData(1.2, 100)]
    [InlineData(-0.1, 0)]
    public void A_bar_is_as_long_as_its_share_and_never_leaves_the_scale(double share, double length) =>
        Assert.Equal(length, BarsLayout.Of([new BarRow("Sở Y tế", "768,40", share)], [], "1.000").Bars.Single().Length, 6);

    [Fact]
    public void Names_values_and_bars_stand_apart_also_when_a_name_is_long()
    {
        var layout = BarsLayout.Of([.. Long.Select(n => new BarRow(n, "1.000,00", 1))], [new BarMark(0.5, "500")], "1.000");

        var bottom = 0.0;
        foreach (var bar in layout.Bars)
        {
            Assert.True(bar.FirstLine - 12 >= bottom, $"{bar.Row.Name} begins at {bar.FirstLine}, over what ends at {bottom}");
            Assert.True(bar.Top >= bar.LastLine + 4, "the bar begins below the letters");
            Assert.All(bar.Lines, line => Assert.True(ChartText.Width(line) + ChartText.Width(bar.Row.Value) <= ChartText.Narrowest, line));
            Assert.Equal(bar.Row.Name, string.Join(' ', bar.Lines));
            bottom = bar.Top + BarsLayout.BarHeight;
        }

        Assert.True(layout.Height >= bottom);
        Assert.True(layout.Bars[0].Lines.Count > 1);
        Assert.Single(layout.Bars[2].Lines);
    }

    [Theory]
    [InlineData(new[] { 0.5, 0.65, 0.8 })]
    [InlineData(new[] { 0.5, 0.65, 0.8, 0.9 })]
    [InlineData(new[] { 0.01, 0.02, 0.99 })]
    public void Marks_all_stand_and_their_labels_give_way_to_each_other(double[] marks)
    {
        var layout = BarsLayout.Of([], [.. marks.Select(m => new BarMark(m, $"{m * 1000:0}"))], "1.000");

        Assert.Equal(marks.Select(m => m * 100), layout.Marks.Select(m => m.At));
        var labels = layout.Marks.Where(m => m.Label is not null).Select(m => (m.At / 100 * ChartText.Narrowest, ChartText.SmallWidth(m.Label!))).ToList();
        Assert.All(labels.Zip(labels.Skip(1)), pair => Assert.True(pair.First.Item1 + (pair.First.Item2 / 2) < pair.Second.Item1 - (pair.Second.Item2 / 2)));
        Assert.All(labels, l => Assert.InRange(l.Item1, (l.Item2 / 2) + ChartText.SmallWidth("0"), ChartText.Narrowest - ChartText.SmallWidth("1.000") - (l.Item2 / 2)));
    }

    [Fact]
    public void Marks_outside_the_scale_are_left_out() => Assert.Empty(BarsLayout.Of([], [new BarMark(0, "0"), new BarMark(1, "1.000"), new BarMark(1.5, "1.500")], "1.000").Marks);

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(12)]
    public void Words_around_a_radar_do_not_touch_and_stay_in_the_picture(int axes)
    {
        var layout = RadarLayout.Of([.. Enumerable.Range(1, axes).Select(i => (i == axes ? "XIII" : $"{i}", "100,0 %"))], []);
        var boxes = layout.Labels.Select(l =>
        {
            var width = ChartText.Width(l.Value) * 0.9;
            var left = l.Anchor switch { 0 => l.X, 1 => l.X - (width / 2), _ => l.X - width };
            return (Left: left, Right: left + width, Top: l.Y - 11, Bottom: l.Y + RadarLayout.LineHeight + 3);
        }).ToList();

        Assert.All(boxes, b => Assert.True(b is { Left: >= -4, Top: >= 0 } && b.Right <= RadarLayout.Width + 4 && b.Bottom <= RadarLayout.Height, $"{b} of {axes}"));
        for (var i = 0; i < boxes.Count; i++)
        {
            for (var j = i + 1; j < boxes.Count; j++)
            {
                var (a, b) = (boxes[i], boxes[j]);
                Assert.False(a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom, $"{i + 1} and {j + 1} of {axes} overlap: {a} {b}");
            }
        }
    }

    [Fact]
    public void Nothing_stands_in_the_middle_and_all_on_the_rim()
    {
        var axes = Enumerable.Range(1, 6).Select(i => ($"{i}", "")).ToList();
        var layout = RadarLayout.Of(axes, [new("không", [0, 0, 0, 0, 0, 0]), new("đủ", [1, 1, 1, 1, 1, 1])]);

        Assert.All(layout.Series[0].Single().Points, p => Assert.Equal(0, Distance(p), 6));
        Assert.All(layout.Series[1].Single().Points, p => Assert.Equal(RadarLayout.Radius, Distance(p), 6));
        Assert.Equal(layout.Ends, layout.Series[1].Single().Points);
        // The first axis points up, the second to the right of it.
        Assert.Equal((RadarLayout.Centre.X, RadarLayout.Centre.Y - RadarLayout.Radius), (Math.Round(layout.Ends[0].X, 6), Math.Round(layout.Ends[0].Y, 6)));
        Assert.True(layout.Ends[1].X > RadarLayout.Centre.X);
    }

    [Fact]
    public void A_group_that_does_not_apply_breaks_the_line_instead_of_bending_it()
    {
        var axes = Enumerable.Range(1, 6).Select(i => ($"{i}", "")).ToList();
        var layout = RadarLayout.Of(axes, [new("một chỗ trống", [0.5, 0.5, 0.5, null, 0.5, 0.5]), new("hai chỗ trống", [0.5, null, 0.5, 0.5, null, 0.5]), new("không có", [null, null, null, null, null, null])]);

        Assert.Equal([5], layout.Series[0].Select(r => r.Points.Count));
        Assert.Equal([2, 2], layout.Series[1].Select(r => r.Points.Count));
        Assert.Empty(layout.Series[2]);
        Assert.All(layout.Series.SelectMany(s => s), r => Assert.False(r.IsClosed));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(12)]
    public void Labels_of_years_and_values_leave_each_other_room_and_the_last_is_always_there(int count)
    {
        var years = Enumerable.Range(2018, count).Select(y => $"{y}").ToList();
        var layout = LinesLayout.Of(years, [new("điểm", [.. years.Select((_, i) => (double?)(600 + (i * 10)))])], [.. years.Select(_ => true)], v => $"{v:0.00}", 1000);

        Assert.NotNull(layout.Points[0][^1]!.Label);
        Assert.NotNull(layout.Years[^1].Text);
        foreach (var labels in new[] { layout.Points[0].Where(p => p!.Label is not null).Select(p => (p!.X, p.Label!)).ToList(), layout.Years.Where(y => y.Text is not null).Select(y => (y.X, y.Text!)).ToList() })
            Assert.All(labels.Zip(labels.Skip(1)), pair => Assert.True((pair.Second.Item1 - pair.First.Item1) / 100 * ChartText.Narrowest >= ChartText.Width(pair.First.Item2)));
        Assert.All(layout.Points[0], p => Assert.InRange(p!.Y, LinesLayout.Top, LinesLayout.Bottom));
    }

    [Theory]
    [InlineData(new[] { 0.0, 0.0 })]
    [InlineData(new[] { 1000.0, 1000.0 })]
    [InlineData(new[] { 0.0, 1000.0 })]
    [InlineData(new[] { 700.0, 700.01 })]
    [InlineData(new[] { 512.34 })]
    public void Values_stand_between_the_numbers_of_the_scale_at_their_place(double[] values)
    {
        var layout = LinesLayout.Of([.. values.Select((_, i) => $"{2018 + i}")], [new("điểm", [.. values.Select(v => (double?)v)])], [.. values.Select(_ => true)], v => $"{v:0.00}", 1000);

        Assert.InRange(layout.Ticks.Count, 2, 8);
        var (first, last) = (layout.Ticks[0], layout.Ticks[^1]);
        Assert.True(first.Value >= 0 && first.Value <= values.Min() + 1e-6 && last.Value >= values.Max() - 1e-6, $"{first} {last}");
        Assert.Equal((LinesLayout.Bottom, LinesLayout.Top), (Math.Round(first.Y, 6), Math.Round(last.Y, 6)));
        foreach (var (value, point) in values.Zip(layout.Points[0]))
            Assert.Equal(first.Y + ((last.Y - first.Y) * (value - first.Value) / (last.Value - first.Value)), point!.Y, 6);
    }

    [Fact]
    public void Of_two_lines_the_higher_has_its_numbers_above_and_the_lower_below_also_when_they_meet()
    {
        var layout = LinesLayout.Of(["2017", "2018"], [new("trung bình", [700.0, 720.0]), new("trung vị", [710.0, 720.0])], [true, true], v => $"{v:0.00}", 1000);

        Assert.True(layout.Points[0][0]!.LabelY > layout.Points[0][0]!.Y && layout.Points[1][0]!.LabelY < layout.Points[1][0]!.Y);
        Assert.True(layout.Points[1][1]!.LabelY - layout.Points[0][1]!.LabelY >= 16);
        Assert.All(layout.Points.SelectMany(p => p), p => Assert.InRange(p!.LabelY, 12, LinesLayout.YearLine - 14));
    }

    [Fact]
    public void A_year_without_value_parts_the_line_and_another_way_of_measuring_dashes_it()
    {
        var layout = LinesLayout.Of(["2015", "2016", "2017", "2018"], [new("điểm", [600, 650, null, 700])], [false, false, true, true], v => $"{v:0.00}", 1000);

        var segment = layout.Segments[0].Single();
        Assert.Equal((layout.Points[0][0], layout.Points[0][1], true), (segment.From, segment.To, segment.IsDashed));
    }

    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(0.3999, 1)]
    [InlineData(0.4, 2)]
    [InlineData(0.7, 5)]
    [InlineData(0.8999, 6)]
    [InlineData(0.9, 7)]
    [InlineData(1.0, 7)]
    [InlineData(null, 0)]
    public void The_depth_of_a_cell_follows_its_number(double? share, int level) => Assert.Equal(level, HeatLayout.LevelOf(share));

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(9)]
    public void Cells_and_names_of_both_heat_maps_stand_apart_and_hold_their_numbers(int columns)
    {
        var names = Enumerable.Range(1, columns).Select(i => $"N{i}").ToList();
        var rows = Long.Select(n => new HeatRow(n, [.. names.Select(_ => new HeatCell(1, "100,0"))])).ToList();

        var narrow = HeatLayout.Narrow(rows);
        var bottom = 0.0;
        foreach (var row in narrow.Rows)
        {
            Assert.True(row.FirstLine - 12 >= bottom);
            Assert.True(row.FirstLine + ((row.Lines.Count - 1) * HeatLayout.LineHeight) + 4 <= row.Cells[0].Y);
            Assert.All(row.Lines, l => Assert.True(ChartText.Width(l) <= ChartText.Narrowest));
            Assert.All(row.Cells, c => Assert.True(c.Width / 100 * ChartText.Narrowest >= ChartText.Width("100,0") * 0.9 && c.X + c.Width <= 100.001));
            bottom = row.Cells.Max(c => c.Y + c.Height);
        }

        Assert.True(narrow.Height >= bottom);
        var wide = HeatLayout.Wide(names, rows);
        Assert.Equal(columns, wide.Heads.Count);
        foreach (var row in wide.Rows)
        {
            Assert.All(row.Lines, l => Assert.True(ChartText.Width(l) <= ChartText.WideFrom * HeatLayout.Names / 100));
            Assert.InRange(row.FirstLine - 12, row.Cells[0].Y, row.Cells[0].Y + row.Cells[0].Height);
            Assert.InRange(row.FirstLine + ((row.Lines.Count - 1) * HeatLayout.LineHeight), row.Cells[0].Y, row.Cells[0].Y + row.Cells[0].Height);
            Assert.Equal(100, row.Cells[^1].X + row.Cells[^1].Width, 6);
        }
    }

    [Fact]
    public void A_word_longer_than_a_line_stands_alone_and_nothing_is_cut()
    {
        Assert.Equal(["Trungtâmgiámsátđiềuhànhthôngminh", "tỉnh"], ChartText.Wrap("Trungtâmgiámsátđiềuhànhthôngminh tỉnh", 100));
        Assert.Empty(ChartText.Wrap("", 100));
    }

    private static double Distance((double X, double Y) point) => Math.Sqrt(Math.Pow(point.X - RadarLayout.Centre.X, 2) + Math.Pow(point.Y - RadarLayout.Centre.Y, 2));
}
