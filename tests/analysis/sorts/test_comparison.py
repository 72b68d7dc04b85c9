import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goedwerk_analysis.comparison.core import core, verdict
from goedwerk_analysis.comparison.dispersion import agreement_within
from goedwerk_analysis.comparison.distinctive import distinctive
from goedwerk_analysis.comparison.drift import combined, drift
from goedwerk_analysis.comparison.fit_gap import NotTheSamePeople, fit_gap, more_than_resorting
from goedwerk_analysis.comparison.groups import groups_of
from goedwerk_analysis.comparison.moment import separate_moment
from goedwerk_analysis.comparison.partition import partition, without_inference
from goedwerk_analysis.comparison.team import describe_team
from goedwerk_analysis.responses.sorts import AttributesDoNotFit, Sorts, TooFewSorts
from goedwerk_analysis.simulation import (
    LARGE,
    NONE,
    SMALL,
    Population,
    draw_retests,
    draw_two_conditions,
)
from goedwerk_analysis.summaries.sorts import SortSummary

BAR = {"organisation": "organisation", "organisation_type": "type"}


@pytest.fixture(scope="module")
def round_of_200():
    return Population(16, LARGE, seed=1).draw(200, 20, seed=2).sorts


def bar_of(sorts, **options):
    return partition(sorts, ["role", "work"], **BAR, **options)


def test_the_bar_adds_up_to_everything_in_the_order_in_which_it_is_read(round_of_200):
    found = bar_of(round_of_200)

    names = [share.name for share in found.shares]
    assert names == ["common", "role", "work", "type", "organisation", "overlap", "person"]
    assert sum(share.estimate for share in found.shares) == pytest.approx(1, abs=1e-12)


def test_every_estimate_lies_within_its_limits(round_of_200):
    for share in bar_of(round_of_200).shares:
        if share.low is not None:
            assert share.low <= share.estimate <= share.high
            assert share.high - share.low >= 0.001


def test_a_summary_gives_the_same_bar_as_the_sorts(round_of_200):
    from_sorts, from_summary = bar_of(round_of_200), bar_of(SortSummary.of(round_of_200))

    for one, other in zip(from_sorts.shares, from_summary.shares, strict=True):
        assert one.estimate == pytest.approx(other.estimate, abs=1e-12)
        assert (one.low, one.high) == pytest.approx((other.low, other.high), abs=1e-12)


@given(seed=st.integers(0, 1000))
@settings(max_examples=10, deadline=None)
def test_the_order_of_people_does_not_change_the_bar(round_of_200, seed):
    order = np.random.default_rng(seed).permutation(round_of_200.n_sorts)

    shuffled = bar_of(round_of_200.only(order))

    straight = [share.estimate for share in bar_of(round_of_200).shares]
    assert [share.estimate for share in shuffled.shares] == pytest.approx(straight, abs=1e-12)


def test_without_differences_shares_are_zero_on_average_and_r_squared_is_not():
    population = Population(16, NONE, seed=5)
    found = [bar_of(population.draw(200, 20, seed=seed).sorts) for seed in range(60)]

    for name in ("role", "work", "type", "organisation"):
        mean = np.mean([bar.share(name).estimate for bar in found])
        assert abs(mean) < 0.002


def test_large_differences_are_found_and_survive_holm(round_of_200):
    for name in ("role", "work"):
        share = bar_of(round_of_200).share(name)

        assert share.low > 0
        assert share.test.p_holm < 0.01
        assert share.test.p_holm >= share.test.p


def test_permutations_agree_with_the_f_test(round_of_200):
    found = bar_of(round_of_200, permutations=99)

    assert found.share("role").test.p_permuted == pytest.approx(0.01)
    assert found.share("type").test.p_permuted is not None
    assert found.share("organisation").test.p_permuted is None


def test_permuting_within_organisations_keeps_its_level_without_differences():
    population = Population(16, NONE, seed=5)
    p_values = [
        partition(population.draw(60, 6, seed=seed).sorts, ["role"], organisation="organisation", permutations=49)
        .share("role")
        .test.p_permuted
        for seed in range(60)
    ]

    assert np.mean(np.array(p_values) <= 0.1) <= 0.2


def test_too_few_people_are_told_instead_of_a_share():
    found = bar_of(Population(16, SMALL, seed=1).draw(38, 4, seed=3).sorts)

    assert found.share("role").why_not == "few_people"
    assert found.share("organisation").why_not == "few_organisations"
    assert found.share("type").why_not == "few_organisations_per_type"
    assert not found.share("type").may_be_said


def test_an_attribute_with_one_level_says_so(round_of_200):
    managers = round_of_200.with_attributes({"role": ["manager"] * 200})

    share = partition(managers, ["role"]).share("role")

    assert (share.estimate, share.why_not) == (0.0, "one_level")


def test_a_group_of_one_says_so(round_of_200):
    alone = round_of_200.with_attributes({"role": ["executive", *["employee"] * 199]})

    assert partition(alone, ["role"]).share("role").why_not == "small_level"


def test_attributes_that_coincide_cannot_be_told_apart(round_of_200):
    role = round_of_200.attribute("role")
    twice = round_of_200.with_attributes({"role": role, "again": role})

    found = partition(twice, ["role", "again"])

    assert found.share("role").why_not == "cannot_be_told_apart"
    assert found.share("again").why_not == "cannot_be_told_apart"


def test_types_without_organisations_are_not_claimed(round_of_200):
    found = partition(round_of_200, ["role"], organisation_type="type")

    assert found.share("type").why_not == "type_without_organisations"


def test_an_organisation_of_two_types_is_refused(round_of_200):
    types = round_of_200.attribute("type").copy()
    types[0] = "elsewhere"
    crossed = round_of_200.with_attributes({**round_of_200.attributes, "type": types})

    with pytest.raises(AttributesDoNotFit, match="more than one type"):
        bar_of(crossed)


def test_more_groups_than_people_are_refused(round_of_200):
    with pytest.raises(TooFewSorts, match="leave an attribute out"):
        bar_of(round_of_200.only(slice(0, 8)))


def test_a_whole_team_is_described_without_inference(round_of_200):
    described = without_inference(bar_of(round_of_200))

    assert not described.inference
    assert all(share.low is None and share.test is None for share in described.shares)
    assert sum(share.estimate for share in described.shares) == pytest.approx(1)


def test_retests_split_the_person_from_the_moment(round_of_200):
    first, again = draw_retests(Population(16, SMALL, seed=1), 60, seed=2)

    found = separate_moment(bar_of(round_of_200), first, again)

    assert not found.person_with_moment
    assert 0 < found.share("moment").estimate < bar_of(round_of_200).share("person").estimate
    assert sum(share.estimate for share in found.shares) == pytest.approx(1)


def test_core_cards_have_a_majority_in_every_group_of_the_population():
    population = Population(16, SMALL, seed=4)
    majority = (population.high_shares("role", n_people=20_000) > 0.5).all(axis=0)
    claimed = [
        card.card
        for seed in range(40)
        for card in core(population.draw(200, 20, seed).sorts, "role", organisation="organisation").cards
        if card.verdict == "core"
    ]

    assert len(claimed) > 40
    assert majority[claimed].mean() >= 0.9


def test_a_group_too_small_to_compare_is_left_out_and_named(round_of_200):
    role = round_of_200.attribute("role").copy()
    role[:3] = "trainee"
    role[3:][role[3:] == "trainee"] = "employee"

    found = core(round_of_200.with_attributes({"role": role}), "role")

    assert found.left_out == ("trainee",)
    assert "trainee" not in found.groups


def test_leaving_a_group_out_changes_nothing_for_the_others(round_of_200):
    role = round_of_200.attribute("role").astype("U20")
    extended = Sorts.of(
        np.vstack([round_of_200.positions, round_of_200.positions[:2]]),
        attributes={"role": [*role, "trainee", "trainee"]},
    )

    with_trainees, without = core(extended, "role"), core(round_of_200.with_attributes({"role": role}), "role")

    for one, other in zip(with_trainees.cards, without.cards, strict=True):
        assert one.mean == pytest.approx(other.mean)
        assert one.probability == pytest.approx(other.probability, abs=1e-9)


def test_small_rounds_look_at_everybody_together():
    found = core(Population(16, SMALL, seed=4).draw(12, 2, seed=1).sorts, "role")

    assert (found.groups, found.why_one_group) == (("all",), "few_people")
    assert not any(card.equally_strong for card in found.cards)


def test_organisations_drawn_within_types_make_means_surer():
    sorts = Population(16, LARGE, seed=1).draw(400, 24, seed=2).sorts

    loose = groups_of(sorts, "role", organisation="organisation").positions
    within = groups_of(sorts, "role", organisation="organisation", organisation_type="type").positions

    np.testing.assert_array_equal(within.mean, loose.mean)
    assert (within.effect <= loose.effect).all()
    assert within.effect.min() >= 1


def test_means_of_groups_are_covered_as_often_as_they_should():
    population = Population(16, LARGE, seed=11)
    truth = groups_of(population.draw(30_000, 1500, seed=13).sorts, "role").positions.mean
    covered = []
    for seed in range(60):
        sorts = population.draw(200, 20, 1000 + seed).sorts
        found = groups_of(sorts, "role", organisation="organisation", organisation_type="type").positions
        covered.append(np.abs(found.mean - truth) <= 1.97 * np.sqrt(found.variance))

    assert 0.92 <= np.mean(covered) <= 0.98


def test_seven_people_have_no_core_to_infer():
    with pytest.raises(TooFewSorts, match="at least 8"):
        core(Population(16, SMALL, seed=4).draw(7, 2, seed=1).sorts)


def test_everybody_high_is_core_and_everybody_low_is_not():
    columns = np.repeat(np.arange(-3, 4), [1, 2, 3, 4, 3, 2, 1])

    found = core(Sorts.of(np.tile(columns, (20, 1))))

    assert found.cards[-1].verdict == "core"
    assert found.cards[0].verdict == "not_core"


@pytest.mark.parametrize(
    ("probability", "word"),
    [(0.95, "core"), (0.8, "probably_core"), (0.5, "not_known"), (0.2, "probably_not_core"), (0.01, "not_core")],
)
def test_each_probability_has_its_words(probability, word):
    assert verdict(probability) == word


def test_distinctive_cards_are_claimed_with_many_people_only(round_of_200):
    many = Population(16, LARGE, seed=1).draw(400, 20, seed=2).sorts

    assert distinctive(many, "role", organisation="organisation").claimed()
    few = distinctive(many.only(slice(0, 150)), "role")
    assert not few.claimed()
    assert few.why_not == "few_people"
    assert abs(few.cards[0].difference) >= abs(few.cards[-1].difference)


def test_nothing_is_distinctive_without_differences():
    population = Population(16, NONE, seed=5)

    claims = [bool(distinctive(population.draw(300, 20, seed).sorts, "role").claimed()) for seed in range(40)]

    assert np.mean(claims) <= 0.05


def test_a_shared_shift_is_found_with_its_cards():
    first, second, moved = draw_two_conditions(Population(36, SMALL, seed=2), 60, seed=3, shift=1.0)

    found = fit_gap(first, second)

    assert found.p <= 0.002
    assert found.low > 0
    claimed = [card for card in found.cards if card.claimed]
    assert claimed
    assert all(np.sign(card.change) == np.sign(moved[card.card]) for card in claimed if moved[card.card])


def test_laying_twice_is_not_a_gap():
    population = Population(36, SMALL, seed=2)

    p_values = [fit_gap(*draw_retests(population, 30, seed), flips=199).p for seed in range(60)]

    assert np.mean(np.array(p_values) < 0.05) <= 0.12


def test_shared_own_and_moment_add_up_to_the_distance():
    population = Population(36, SMALL, seed=2)
    first, second, _ = draw_two_conditions(population, 60, seed=3, shift=1.0)

    found = fit_gap(first, second, retests=draw_retests(population, 40, seed=5))

    assert found.shared + found.own + found.moment == pytest.approx(found.distance)


def test_a_small_team_gets_a_gap_to_talk_about(round_of_200):
    first, second, _ = draw_two_conditions(Population(16, SMALL, seed=2), 12, seed=3, shift=1.0)

    assert not fit_gap(first, second).may_be_said
    assert fit_gap(first, second, inference=False).p is None


def test_other_people_cannot_have_a_gap():
    first, second, _ = draw_two_conditions(Population(16, SMALL, seed=2), 12, seed=3, shift=1.0)

    with pytest.raises(NotTheSamePeople):
        fit_gap(first, second.only(slice(None, None, -1)))


def test_one_person_is_compared_with_at_least_twenty_retests():
    population = Population(36, SMALL, seed=2)
    few, many = draw_retests(population, 19, seed=1), draw_retests(population, 40, seed=1)

    assert more_than_resorting(1.9, few) is None
    assert more_than_resorting(1.9, many) is True
    assert more_than_resorting(0.0, many) is False


def test_other_people_taking_part_is_not_a_change():
    population = Population(16, LARGE, seed=3)
    everybody = population.draw(1600, 40, seed=4).sorts
    role = everybody.attribute("role")
    fewer_managers = everybody.only(
        np.flatnonzero((np.arange(1600) < 800) & ~((role == "manager") & (np.arange(1600) % 3 > 0)))
    )
    second = everybody.only(np.arange(1600) >= 800)

    naive = drift(fewer_managers, second)
    fair = drift(fewer_managers, second, ["role", "work"], organisation="organisation")

    assert fair.may_be_said
    assert sum(card.claimed for card in fair.cards) <= sum(card.claimed for card in naive.cards)
    assert sum(card.claimed for card in fair.cards) <= 1


def test_a_real_change_between_rounds_is_found():
    population = Population(16, SMALL, seed=3)
    first = population.draw(400, 30, seed=4).sorts
    population.common = population.common + np.eye(16)[7] * 2
    second = population.draw(400, 30, seed=5).sorts

    found = drift(first, second, ["role"], organisation="organisation")

    assert found.cards[0].card == 7
    assert found.cards[0].claimed


def test_a_group_that_missed_a_round_is_left_out_and_told():
    sorts = Population(16, SMALL, seed=3).draw(600, 30, seed=4).sorts
    role = sorts.attribute("role")
    second = sorts.only((np.arange(600) >= 300) & (role != "executive"))

    found = drift(sorts.only(np.arange(600) < 300), second, ["role"])

    assert found.left_out == pytest.approx(np.mean(role[:300] == "executive"))


def test_linked_and_unlinked_change_together_are_surer_than_either():
    population = Population(16, SMALL, seed=3)
    first, second, _ = draw_two_conditions(population, 60, seed=3, shift=1.0)
    linked = fit_gap(first, second).cards
    unlinked = drift(population.draw(300, 20, 1).sorts, population.draw(300, 20, 2).sorts).cards

    both = combined(linked, unlinked)

    widths = {card.card: card.high - card.low for card in (*linked,)}
    assert all(card.high - card.low < widths[card.card] for card in both)


def test_agreement_is_one_when_all_lay_alike_and_zero_when_unrelated():
    columns = np.repeat(np.arange(-3, 4), [1, 2, 3, 4, 3, 2, 1])
    random = np.random.default_rng(1)
    unrelated = Sorts.of(np.array([random.permutation(columns) for _ in range(300)]))

    assert agreement_within(Sorts.of(np.tile(columns, (10, 1)))).groups[0].agreement == pytest.approx(1)
    assert agreement_within(unrelated).groups[0].agreement == pytest.approx(0, abs=0.01)


def test_groups_that_agree_less_are_recognised():
    sorts = Population(16, SMALL, seed=3, kind="skewed").draw(400, 20, seed=4).sorts

    found = agreement_within(sorts, "role", permutations=199)

    by_name = {group.group: group.agreement for group in found.groups}
    assert by_name["executive"] > by_name["employee"]
    assert found.p < 0.05


def test_a_team_is_counted_not_estimated():
    team = describe_team(Sorts.of([[1, 0, -1], [1, -1, 0], [0, 1, -1]], cards=["law", "care", "thrift"]))

    assert team.majority_high == (0,)
    assert team.majority_low == (2,)
    assert team.high_share.tolist() == pytest.approx([2 / 3, 1 / 3, 0])
